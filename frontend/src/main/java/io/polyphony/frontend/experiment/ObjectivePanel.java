package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.Measure;
import io.polyphony.backend.experiment.ObjectiveRequest;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Ui;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What makes a model a good one: every task by its metric, unless something else is said. */
final class ObjectivePanel extends Div {
    private static final double PLENTY_MILLIS = 50;

    private final Draft draft;
    private final Supplier<Planned> planned;
    private final Runnable changed;

    /** @param planned the tasks as the platform would have them by now */
    ObjectivePanel(Draft draft, Supplier<Planned> planned, Runnable changed) {
        this.draft = draft;
        this.planned = planned;
        this.changed = changed;
        addClassNames("stack", "tight");
    }

    /** Shows the draft's objectives; those of targets that are gone are dropped. */
    void refresh() {
        var tasks =
                planned.get().tasks().stream().filter(task -> !task.auxiliary()).toList();
        var figures = Figure.of(tasks);
        if (!tasks.isEmpty()) {
            draft.objectives.removeIf(objective -> figures.stream().noneMatch(figure -> figure.of(objective)));
        }
        removeAll();
        add(Ui.span("small muted", summary(tasks)));
        for (int i = 0; i < draft.objectives.size(); i++) {
            int place = i;
            var objective = draft.objectives.get(i);
            figures.stream()
                    .filter(figure -> figure.of(objective))
                    .findFirst()
                    .ifPresent(figure -> add(row(place, objective, figure, figures)));
        }
        add(Ui.div("row", Ui.button("Add a goal or a limit", Glyph.PLUS, () -> {
            draft.objectives.add(ObjectiveRequest.measure(Measure.LATENCY, PLENTY_MILLIS));
            told();
        })));
    }

    private void told() {
        refresh();
        changed.run();
    }

    private String summary(List<ExperimentTask> tasks) {
        boolean improved = draft.objectives.stream()
                .anyMatch(objective -> Boolean.TRUE.equals(objective.improve()) || limit(objective) == null);
        if (improved) {
            return "Only what is marked to be improved is searched for; limits are kept.";
        }
        var metrics = tasks.stream()
                .map(task -> task.name() + " by " + Metrics.label(task.metric()))
                .collect(Collectors.joining(", "));
        var every = metrics.isEmpty() ? "Every task is improved by its metric" : "Improved is " + metrics;
        return draft.objectives.isEmpty() ? every + "." : every + ", within these limits.";
    }

    private Div row(int place, ObjectiveRequest objective, Figure figure, List<Figure> figures) {
        var limit = number(figure.up() ? "At least" : "At most", limit(objective));
        var improve = new Checkbox("Improve", improved(objective));
        var weight = number("Weight", objective.weight());
        weight.setPlaceholder("1");
        limit.addValueChangeListener(change -> put(
                place,
                figure.objective(
                        change.getValue(), improve.getValue() || change.getValue() == null, weight.getValue())));
        improve.addValueChangeListener(change -> put(
                place,
                figure.objective(limit.getValue(), change.getValue() || limit.getValue() == null, weight.getValue())));
        weight.addValueChangeListener(
                change -> put(place, figure.objective(limit.getValue(), improve.getValue(), change.getValue())));
        return Ui.div(
                "objective-row",
                select(place, figure, figures),
                limit,
                weight,
                improve,
                Ui.iconButton("Remove " + figure.label(), Glyph.REMOVE, () -> {
                    draft.objectives.remove(place);
                    told();
                }));
    }

    private Select<Figure> select(int place, Figure chosen, List<Figure> figures) {
        var select = new Select<Figure>();
        select.setLabel("Judged by");
        select.setItems(figures);
        select.setItemLabelGenerator(Figure::label);
        select.setValue(chosen);
        select.addValueChangeListener(change -> put(place, change.getValue().objective(null, true, null)));
        return select;
    }

    private static NumberField number(String label, @Nullable Double value) {
        var field = new NumberField(label);
        field.setPlaceholder("any");
        field.setValue(value);
        return field;
    }

    private void put(int place, ObjectiveRequest objective) {
        draft.objectives.set(place, objective);
        told();
    }

    private static boolean improved(ObjectiveRequest objective) {
        return Objects.requireNonNullElse(objective.improve(), limit(objective) == null);
    }

    private static @Nullable Double limit(ObjectiveRequest objective) {
        return objective.atLeast() == null ? objective.atMost() : objective.atLeast();
    }
}
