package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.polyphony.backend.comparison.TrialRow;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The comparison with its tools: search, only differences, all metrics. */
final class ComparisonPanel extends Div {
    private final ComparisonTable table;
    private final TextField search = new TextField();
    private final Checkbox onlyDifferences = new Checkbox("Only differences", true);
    private final Checkbox allMetrics = new Checkbox("All metrics");
    private final Checkbox referees = new Checkbox("Referees", true);
    private final Span count = Ui.span("small muted num", "");
    private final Set<String> brushed = new HashSet<>();
    private final Consumer<Set<String>> filtered;
    private @Nullable Snapshot snapshot;

    /** @param filtered gets the ids of the trials that are left, so that charts show the same */
    ComparisonPanel(Selection selection, Consumer<Set<String>> filtered) {
        this.filtered = filtered;
        this.table = new ComparisonTable(selection);
        search.setPlaceholder("gated, pruned, 12 …");
        search.setWidth("190px");
        search.setAriaLabel("Filter trials");
        search.setPrefixComponent(Glyph.FILTER.icon());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> filter());
        onlyDifferences.addValueChangeListener(change -> refresh());
        allMetrics.addValueChangeListener(change -> refresh());
        referees.addValueChangeListener(change -> filter());
        add(new Panel(
                        "Comparison",
                        "Validation metrics at each trial's best epoch. ★ marks trials that no other beats on every task.")
                .tools(count, search, onlyDifferences, allMetrics, referees)
                .flush()
                .with(table));
    }

    void show(Snapshot next) {
        snapshot = next;
        refresh();
    }

    /** Keeps these trials only; empty keeps all. */
    void brush(List<String> trials) {
        brushed.clear();
        brushed.addAll(trials);
        filter();
    }

    private void refresh() {
        if (snapshot != null) {
            table.show(snapshot, onlyDifferences.getValue(), allMetrics.getValue());
            filter();
        }
    }

    private void filter() {
        if (snapshot == null) {
            return;
        }
        var left = snapshot.rows().stream()
                .filter(this::passes)
                .map(row -> row.trial().id().toString())
                .collect(Collectors.toSet());
        table.filter(left);
        int all = snapshot.rows().size();
        count.setText(left.size() == all ? Numbers.of(all, "trial") : left.size() + " of " + all);
        filtered.accept(left);
    }

    private boolean passes(TrialRow row) {
        boolean referee = Standings.referee(row);
        if (referee && !referees.getValue()
                || !brushed.isEmpty()
                        && !referee
                        && !brushed.contains(row.trial().id().toString())) {
            return false;
        }
        var text = text(row);
        return Stream.of(search.getValue().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(text::contains);
    }

    private static String text(TrialRow row) {
        var trial = row.trial();
        return String.join(
                        " ",
                        Columns.name(row),
                        trial.label(),
                        Numbers.words(trial.state().name()),
                        String.valueOf(trial.fusion()),
                        String.valueOf(trial.lossWeighting()),
                        trial.assignment().toString())
                .toLowerCase(Locale.ROOT);
    }
}
