package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.polyphony.backend.comparison.Preference;
import io.polyphony.backend.experiment.ExperimentObjective;
import io.polyphony.backend.experiment.ExperimentView;
import io.polyphony.frontend.component.Glyph;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Ui;
import io.polyphony.hpo.trial.Direction;
import io.polyphony.hpo.trial.Scalarization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A slider for each objective, and what each has to reach. */
final class PreferenceForm extends Div {
    private static final double MOST = 100;
    private static final double USUAL = 50;
    private final ExperimentView experiment;
    private final Runnable changed;
    private final Map<String, Double> weights = new LinkedHashMap<>();
    private final Map<String, Double> limits = new LinkedHashMap<>();
    private final Select<Scalarization> scalarization = new Select<>();
    private final Div rows = Ui.div("wishes");

    PreferenceForm(ExperimentView experiment, Runnable changed) {
        this.experiment = experiment;
        this.changed = changed;
        addClassName("stack");
        double heaviest = experiment.objectives().stream()
                .filter(ExperimentObjective::improved)
                .mapToDouble(ExperimentObjective::weight)
                .max()
                .orElse(1);
        for (var objective : experiment.objectives()) {
            weights.put(objective.name(), objective.improved() ? USUAL * objective.weight() / heaviest : 0);
            rows.add(row(objective.name(), figure(objective), objective.direction(), objective.limit(), true));
        }
        add(rows, Ui.div("row fields", more(), ways()));
    }

    /** What a task's number is of; measures say it by their names. */
    private static String figure(ExperimentObjective objective) {
        return objective.task() == null ? "" : " " + Metrics.label(objective.figure());
    }

    Preference preference() {
        return new Preference(weights, limits, scalarization.getValue());
    }

    private Component row(String name, String figure, Direction direction, @Nullable Double given, boolean weighed) {
        var limit = new NumberField(direction == Direction.MAXIMIZE ? "At least" : "At most");
        limit.setValue(given);
        limit.setClearButtonVisible(true);
        limit.getElement().setAttribute("aria-label", "Limit of " + name);
        limit.setValueChangeMode(ValueChangeMode.LAZY);
        limit.addValueChangeListener(change -> {
            if (change.getValue() == null) {
                limits.remove(name);
            } else {
                limits.put(name, change.getValue());
            }
            changed.run();
        });
        return Ui.div(
                "wish",
                Ui.div("", Ui.span("name", name), Ui.span("small muted", figure)),
                weighed ? slider(name) : remove(name, limit),
                limit);
    }

    private Component slider(String name) {
        var figure = Ui.span("num small muted", counts(weights.getOrDefault(name, 0.0)));
        var slider = new RangeInput(ValueChangeMode.ON_CHANGE);
        slider.setMin(0);
        slider.setMax(MOST);
        slider.setStep(1.0);
        slider.setValue(weights.get(name));
        slider.setAriaLabel("How much %s counts".formatted(name));
        slider.addValueChangeListener(change -> {
            weights.put(name, change.getValue());
            figure.setText(counts(change.getValue()));
            changed.run();
        });
        return Ui.div("slider", slider, figure);
    }

    private static String counts(double weight) {
        return weight == 0 ? "not at all" : Numbers.plain(Math.round(weight));
    }

    private Component remove(String name, NumberField limit) {
        var remove = Ui.iconButton("Drop the limit of " + name, Glyph.REMOVE, () -> {
            limits.remove(name);
            limit.getParent().ifPresent(Component::removeFromParent);
            changed.run();
        });
        return Ui.div("row", Ui.span("small muted", "counts by its limit only"), remove);
    }

    /** A limit on anything else that trials are measured by. */
    private Select<Figure> more() {
        var figures = new Select<Figure>();
        figures.setLabel("A limit on something else");
        figures.setPlaceholder("Choose a metric or a measure");
        figures.setItems(Figure.of(experiment.tasks()).stream()
                .filter(figure -> experiment.objectives().stream()
                        .noneMatch(objective -> objective.name().equals(key(figure))))
                .toList());
        figures.setItemLabelGenerator(Figure::label);
        figures.addValueChangeListener(change -> {
            var figure = change.getValue();
            if (figure != null && !limits.containsKey(key(figure))) {
                rows.add(row(key(figure), "", figure.up() ? Direction.MAXIMIZE : Direction.MINIMIZE, null, false));
                figures.clear();
            }
        });
        return figures;
    }

    /** Its name in a preference. */
    private static String key(Figure figure) {
        return figure.target() == null ? figure.name() : figure.target() + "." + figure.name();
    }

    private Select<Scalarization> ways() {
        scalarization.setLabel("How they become one");
        scalarization.setItems(List.of(Scalarization.CHEBYSHEV, Scalarization.WEIGHTED_SUM));
        scalarization.setItemLabelGenerator(
                way -> way == Scalarization.CHEBYSHEV ? "A balance (Chebyshev)" : "Weighted sum");
        scalarization.setValue(Scalarization.CHEBYSHEV);
        scalarization.setHelperText(Scalarization.CHEBYSHEV.explanation());
        scalarization.addValueChangeListener(change -> {
            scalarization.setHelperText(change.getValue().explanation());
            changed.run();
        });
        return scalarization;
    }
}
