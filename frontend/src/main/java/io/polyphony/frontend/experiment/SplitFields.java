package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.SplitSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which rows train, which judge, which stay sealed, and how many networks a trial has. */
final class SplitFields extends Div {
    private static final String AUTOMATIC = "";

    /** A column that names parts has few values. */
    private static final int MOST_PARTS = 10;

    private final Draft draft;
    private final Runnable changed;

    SplitFields(Draft draft, Runnable changed) {
        this.draft = draft;
        this.changed = changed;
        addClassNames("row", "fields");
        add(
                share("Validation rows (%)", draft.split.validation, value -> draft.split.validation = value),
                share("Sealed test rows (%)", draft.split.test, value -> draft.split.test = value),
                folds(),
                copies(),
                column(
                        "Rows that stay together share",
                        "So that no person or device is in two parts. Automatic: the column of the role group",
                        column -> column.distinct() > 1,
                        draft.split.group,
                        value -> draft.split.group = value),
                column(
                        "Parts as a column says",
                        "It holds train, validation and test. Automatic: the column of the role split",
                        column -> column.distinct() > 1 && column.distinct() <= MOST_PARTS,
                        draft.split.column,
                        value -> draft.split.column = value));
    }

    private NumberField share(String label, @Nullable Double value, Consumer<@Nullable Double> set) {
        var field = new NumberField(label);
        field.setMin(0);
        field.setMax(50);
        field.setValue(value);
        field.setHelperText("Empty: 20");
        field.addValueChangeListener(change -> {
            set.accept(change.getValue());
            changed.run();
        });
        return field;
    }

    private IntegerField folds() {
        var folds = new IntegerField("Networks per trial (folds)");
        folds.setMin(1);
        folds.setMax(SplitSpec.MOST_FOLDS);
        folds.setStepButtonsVisible(true);
        folds.setValue(draft.split.folds);
        folds.setEnabled(!draft.forecasts());
        folds.setHelperText(
                "Each is judged by rows that only it has not learned from, and together they answer. Empty: 5 for few rows, else 1");
        folds.addValueChangeListener(change -> {
            draft.split.folds = change.getValue();
            changed.run();
        });
        return folds;
    }

    private Select<Copying> copies() {
        var select = new Select<Copying>();
        select.setLabel("Copies of a row");
        select.setItems(Copying.values());
        select.setItemLabelGenerator(copying -> copying.title);
        select.setHelperText(
                "Rows that say the same in all inputs and answers. Automatic: they stay together where it is no chance that they do");
        select.setValue(Copying.of(draft.split.copiesTogether));
        select.setEnabled(!draft.forecasts());
        select.addValueChangeListener(change -> {
            draft.split.copiesTogether = change.getValue().together;
            changed.run();
        });
        return select;
    }

    private enum Copying {
        AUTOMATIC("Automatic", null),
        TOGETHER("Stay together", true),
        APART("Are rows as others", false);

        private final String title;
        private final @Nullable Boolean together;

        Copying(String title, @Nullable Boolean together) {
            this.title = title;
            this.together = together;
        }

        private static Copying of(@Nullable Boolean together) {
            return Stream.of(values())
                    .filter(copying -> Objects.equals(copying.together, together))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Select<String> column(
            String label,
            String help,
            Predicate<ColumnInfo> fits,
            @Nullable String chosen,
            Consumer<@Nullable String> set) {
        var names = new ArrayList<>(List.of(AUTOMATIC));
        draft.columns.stream()
                .filter(column -> !draft.tasks.containsKey(column.name())
                        && !column.modality().isMedia()
                        && fits.test(column))
                .map(ColumnInfo::name)
                .forEach(names::add);
        var select = new Select<String>();
        select.setLabel(label);
        select.setItems(names);
        select.setItemLabelGenerator(name -> name.equals(AUTOMATIC) ? "Automatic" : name);
        select.setHelperText(help);
        var known = Objects.requireNonNullElse(chosen, AUTOMATIC);
        select.setValue(names.contains(known) ? known : AUTOMATIC);
        select.addValueChangeListener(change -> {
            set.accept(change.getValue().equals(AUTOMATIC) ? null : change.getValue());
            changed.run();
        });
        return select;
    }
}
