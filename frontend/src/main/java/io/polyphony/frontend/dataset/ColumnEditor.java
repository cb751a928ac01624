package io.polyphony.frontend.dataset;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.polyphony.backend.dataset.ColumnCorrection;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.DatasetService;
import io.polyphony.backend.dataset.VersionSummary;
import io.polyphony.backend.security.Actor;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Problems;
import io.polyphony.frontend.component.Ui;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each column is and what it is for; corrections are saved together, as a new version that shares all bytes. */
final class ColumnEditor extends Div {
    /** As many editors as a browser renders at once without waiting; the search finds the others. */
    private static final int SHOWN = 150;

    private final DatasetService datasets;
    private final Actor actor;
    private final VersionSummary version;
    private final List<ColumnInfo> columns;
    private final boolean mayEdit;
    private final Runnable saved;
    private final Map<String, ColumnCorrection> corrections = new LinkedHashMap<>();
    private final Div rows = Ui.div("column-rows");
    private final Button save = Ui.primary("Save", Glyph.CHECK, this::save);

    /** @param saved called when the corrections are a new version */
    ColumnEditor(DatasetService datasets, Actor actor, VersionSummary version, boolean mayEdit, Runnable saved) {
        this.datasets = datasets;
        this.actor = actor;
        this.version = version;
        this.mayEdit = mayEdit;
        this.saved = saved;
        this.columns = datasets.columns(actor, version.id());
        addClassName("stack");
        var search = new TextField();
        search.setPlaceholder("Find a column");
        search.setAriaLabel("Find a column");
        search.setPrefixComponent(Glyph.SEARCH.icon());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show(change.getValue()));
        save.setVisible(false);
        add(new Panel("Columns", "Polyphony read the values and guessed; correct it where it guessed wrong.")
                .tools(search, save)
                .with(rows));
        show("");
    }

    private void show(String search) {
        var wanted = search.toLowerCase(Locale.ROOT);
        var found = columns.stream()
                .filter(column -> column.name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        rows.removeAll();
        found.stream()
                .limit(SHOWN)
                .forEach(column ->
                        rows.add(new ColumnRow(column, corrections.get(column.name()), mayEdit, this::correct)));
        if (found.size() > SHOWN) {
            rows.add(Ui.notice("", (found.size() - SHOWN) + " more columns match. Narrow the search to see them."));
        }
        if (found.isEmpty()) {
            rows.add(Ui.span("muted", "No column has “" + search + "” in its name."));
        }
    }

    private void correct(ColumnCorrection correction) {
        if (correction.modality() == null && correction.role() == null && correction.wordsAreValues() == null) {
            corrections.remove(correction.name());
        } else {
            corrections.put(correction.name(), correction);
        }
        int changes = corrections.size();
        save.setVisible(changes > 0);
        save.setText("Save %d %s as a new version".formatted(changes, changes == 1 ? "change" : "changes"));
    }

    private void save() {
        try {
            datasets.correctColumns(actor, version.dataset(), List.copyOf(corrections.values()));
            Ui.tell("Saved as a new version");
            saved.run();
        } catch (RuntimeException refused) {
            Ui.tellProblem(Problems.text(refused));
        }
    }
}
