package io.polyphony.frontend.dataset;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.polyphony.backend.dataset.ColumnCorrection;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.ColumnModality;
import io.polyphony.backend.dataset.ColumnRole;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Ui;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One column's modality and role, why they were guessed, and the means to correct them. */
final class ColumnRow extends Div {
    private final ColumnInfo column;
    private final Select<ColumnModality> modality = new Select<>();
    private final Select<ColumnRole> role = new Select<>();
    private final Checkbox words = new Checkbox();

    ColumnRow(
            ColumnInfo column,
            @Nullable ColumnCorrection pending,
            boolean mayEdit,
            Consumer<ColumnCorrection> correct) {
        this.column = column;
        addClassName("column-row");
        modality.setItems(possible());
        modality.setItemLabelGenerator(Modalities::label);
        modality.setAriaLabel("Modality of " + column.name());
        role.setItems(ColumnRole.values());
        role.setItemLabelGenerator(Modalities::label);
        role.setAriaLabel("Role of " + column.name());
        modality.setValue(pending == null || pending.modality() == null ? column.modality() : pending.modality());
        role.setValue(pending == null || pending.role() == null ? column.role() : pending.role());
        modality.setReadOnly(!mayEdit);
        role.setReadOnly(!mayEdit);
        modality.addValueChangeListener(change -> correct.accept(correction()));
        role.addValueChangeListener(change -> correct.accept(correction()));
        var about = about();
        var missing = column.missingWords();
        if (missing != null && column.mayKeepWords()) {
            words.setLabel("%s: a value, not missing"
                    .formatted(String.join(", ", missing.cells().keySet())));
            words.setValue(
                    pending == null || pending.wordsAreValues() == null ? missing.values() : pending.wordsAreValues());
            words.setReadOnly(!mayEdit);
            words.addValueChangeListener(change -> correct.accept(correction()));
            about.add(words);
        }
        add(about, modality, role);
    }

    private Div about() {
        var about = Ui.div("about", Ui.span("name", column.name()), new Paragraph(sentence(column.reason())));
        var facts = Ui.div("row tight");
        facts.add(Ui.span("chip num", Numbers.count(column.distinct()) + " distinct"));
        if (column.missing() > 0) {
            facts.add(Ui.span("chip num", Numbers.count(column.missing()) + " missing"));
        }
        column.hints().forEach(hint -> facts.add(Ui.notice("warn", Numbers.sentence(hint))));
        about.add(facts);
        return about;
    }

    private static String sentence(String reason) {
        return reason.isEmpty() ? reason : Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
    }

    /** Files stay files, and cells stay cells: no correction turns one into the other. */
    private List<ColumnModality> possible() {
        boolean media = column.modality().isMedia();
        return Stream.of(ColumnModality.values())
                .filter(candidate -> candidate == column.modality() || !media && !candidate.isMedia())
                .toList();
    }

    private ColumnCorrection correction() {
        return new ColumnCorrection(
                column.name(),
                modality.getValue() == column.modality() ? null : modality.getValue(),
                role.getValue() == column.role() ? null : role.getValue(),
                changedWords());
    }

    private @Nullable Boolean changedWords() {
        var missing = column.missingWords();
        return missing == null || !column.mayKeepWords() || words.getValue() == missing.values()
                ? null
                : words.getValue();
    }
}
