package io.polyphony.frontend.model;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.model.ModelView;
import io.polyphony.engine.evaluation.Bootstrap;
import io.polyphony.frontend.component.FigureTable;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.TaskTabs;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.experiment.Metrics;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every metric on test and validation rows, side by side: a large gap means that the search fitted the validation rows. The
 * interval says how far the test figure may be off because the rows are few.
 */
final class MetricPanel extends Div {
    MetricPanel(ModelView model) {
        boolean intervals = !model.intervals().isEmpty();
        var panel = new Panel(
                "Test and validation",
                "Test rows were sealed until now; validation rows guided the search."
                        + (intervals
                                ? " Below each test figure: where it lies in 95 of 100 draws of as many rows (bootstrap)."
                                : ""));
        var byTask = new LinkedHashMap<String, Component>();
        model.tasks().forEach(task -> byTask.put(task.name(), table(task, model)));
        panel.with(TaskTabs.of(byTask));
        if (!intervals) {
            panel.with(Ui.span(
                    "small muted", "There are no intervals: the model was promoted before they were computed."));
        }
        add(panel);
    }

    private static Div table(ExperimentTask task, ModelView model) {
        var test = model.test().getOrDefault(task.name(), Map.of());
        var validation = model.validation().getOrDefault(task.name(), Map.of());
        var intervals = model.intervals().getOrDefault(task.name(), Map.of());
        var table = new FigureTable("Metrics of " + task.name(), task.name(), "Test", "Validation");
        test.forEach((metric, value) -> table.row(
                Metrics.label(metric),
                figure(value, intervals.get(metric)),
                Ui.span("", Numbers.metric(validation.get(metric)))));
        return table;
    }

    private static Div figure(Double value, Bootstrap.@Nullable Interval interval) {
        var figure = Ui.div("figure", Ui.span("", Numbers.metric(value)));
        if (interval != null) {
            figure.add(Ui.span(
                    "small muted",
                    "%s to %s".formatted(Numbers.metric(interval.low()), Numbers.metric(interval.high()))));
        }
        return figure;
    }
}
