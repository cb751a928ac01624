package io.polyphony.frontend.trial;

import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.metrics.Curve;
import io.polyphony.backend.trial.TrialView;
import io.polyphony.frontend.component.Chart;
import io.polyphony.frontend.component.Palette;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import io.polyphony.frontend.experiment.Metrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metrics, losses and loss weights over the trial's epochs. */
final class TrialCurves extends Div {
    private final List<ExperimentTask> tasks;
    private final Map<String, Chart> metrics = new LinkedHashMap<>();
    private final Chart losses = chart("Training and validation loss by epoch");
    private final Chart weights = chart("Loss weight of each task by epoch");

    TrialCurves(List<ExperimentTask> experimentTasks, TrialView trial) {
        addClassName("stack");
        tasks = experimentTasks.stream()
                .filter(task -> trial.tasks().contains(task.name()))
                .toList();
        var byTask = Ui.div(tasks.size() == 3 ? "grid-fit" : "grid-2");
        for (var task : tasks) {
            var chart = chart("Metric of " + task.name() + " by epoch");
            metrics.put(task.name(), chart);
            byTask.add(new Panel(task.name(), "Validation " + Metrics.label(task.metric()) + " by epoch.").with(chart));
        }
        var shared = Ui.div("grid-2");
        add(byTask, shared);
        shared.add(
                new Panel("Losses", "Solid: training. Dashed: validation. When they part, the network learns by heart.")
                        .with(losses));
        if (tasks.size() > 1) {
            shared.add(new Panel("Loss weights", "How loud each task is in the common training step.").with(weights));
        }
    }

    void show(List<Curve> curves) {
        for (int i = 0; i < tasks.size(); i++) {
            var task = tasks.get(i);
            var color = Palette.task(i);
            var chart = metrics.get(task.name());
            if (chart != null) {
                draw(
                        chart,
                        Metrics.label(task.metric()),
                        "Metric of " + task.name(),
                        select(curves, task.name(), "validation", task.metric()).stream()
                                .map(curve -> new LineOption.Line(task.name(), color, "solid", curve))
                                .toList());
            }
        }
        draw(losses, "loss", "Losses", lines(curves, "loss"));
        draw(weights, "weight", "Loss weights", lines(curves, "weight"));
    }

    /** The lines, and the same in words for those who cannot see them. */
    static void draw(Chart chart, String value, String title, List<LineOption.Line> lines) {
        chart.show(LineOption.of(value, lines));
        chart.getElement().setAttribute("aria-label", "%s: %s.".formatted(title, LineOption.told(lines)));
    }

    private List<LineOption.Line> lines(List<Curve> curves, String name) {
        var lines = new ArrayList<LineOption.Line>();
        for (int i = 0; i < tasks.size(); i++) {
            var task = tasks.get(i).name();
            var color = Palette.task(i);
            select(curves, task, "train", name)
                    .forEach(curve -> lines.add(new LineOption.Line(task, color, "solid", curve)));
            select(curves, task, "validation", name)
                    .forEach(curve -> lines.add(new LineOption.Line(task + ", validation", color, "dashed", curve)));
        }
        return lines;
    }

    private static List<Curve> select(List<Curve> curves, String task, String split, String name) {
        return curves.stream()
                .filter(curve -> curve.task().equals(task)
                        && curve.split().equals(split)
                        && curve.name().equals(name))
                .toList();
    }

    private static Chart chart(String label) {
        var chart = new Chart(label);
        chart.addClassName("chart");
        return chart;
    }
}
