package io.polyphony.frontend.trial;

import com.vaadin.flow.component.html.Div;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.metrics.Curve;
import io.polyphony.backend.metrics.MetricPoint;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.TrialView;
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
    private final Map<String, LineChart> metrics = new LinkedHashMap<>();
    private final LineChart losses = new LineChart("Training and validation loss by epoch", "loss");
    private final LineChart weights = new LineChart("Loss weight of each task by epoch", "weight");

    private final List<String> inputs;
    private final LineChart beside = new LineChart("Losses beside the tasks by epoch", "loss");
    private final LineChart slowed = new LineChart("Share of its steps that each input's encoder takes", "share");
    private final Panel besidePanel = new Panel(
                    "Beside the tasks",
                    "What each input would lose if it were asked alone, and how well the inputs are told again.")
            .with(beside);
    private final Panel slowedPanel = new Panel(
                    "Slowed leaders",
                    "The share of its steps that each input's encoder takes: an input that is ahead waits for the others.")
            .with(slowed);

    TrialCurves(List<ExperimentTask> experimentTasks, TrialView trial) {
        addClassName("stack");
        inputs = trial.inputs();
        tasks = experimentTasks.stream()
                .filter(task -> trial.tasks().contains(task.name()))
                .toList();
        var byTask = Ui.div(tasks.size() == 3 ? "grid-fit" : "grid-2");
        for (var task : tasks) {
            var chart = new LineChart("Metric of " + task.name() + " by epoch", Metrics.label(task.metric()));
            metrics.put(task.name(), chart);
            byTask.add(new Panel(task.name(), note(task)).with(chart));
        }
        var shared = Ui.div("grid-2");
        add(byTask, shared);
        shared.add(
                new Panel("Losses", "Solid: training. Dashed: validation. When they part, the network learns by heart.")
                        .with(losses));
        if (tasks.size() > 1) {
            shared.add(new Panel("Loss weights", "How loud each task is in the common training step.").with(weights));
        }
        besidePanel.setVisible(false);
        slowedPanel.setVisible(false);
        shared.add(besidePanel, slowedPanel);
    }

    private static String note(ExperimentTask task) {
        return "Validation " + Metrics.label(task.metric()) + " by epoch."
                + (task.auxiliary() ? " It helps the other tasks only." : "");
    }

    /** @param state of the trial, which says why there are no curves */
    void show(List<Curve> curves, TrialState state) {
        var why = why(state);
        for (int i = 0; i < tasks.size(); i++) {
            var task = tasks.get(i);
            var color = Palette.task(i);
            var chart = metrics.get(task.name());
            if (chart != null) {
                chart.show(
                        select(curves, task.name(), "validation", task.metric()).stream()
                                .map(curve -> new LineOption.Line(task.name(), color, "solid", curve))
                                .toList(),
                        why);
            }
        }
        losses.show(lines(curves, "loss"), why);
        weights.show(lines(curves, "weight"), why);
        show(besidePanel, beside, lines(curves, MetricPoint.BESIDE_LOSS, inputs), why);
        show(slowedPanel, slowed, lines(curves, MetricPoint.MODULATION, inputs), why);
    }

    private static void show(Panel panel, LineChart chart, List<LineOption.Line> lines, String why) {
        panel.setVisible(!lines.isEmpty());
        chart.show(lines, why);
    }

    static String why(TrialState state) {
        return switch (state) {
            case WAITING -> "It waits for a worker, and has learned nothing yet.";
            case RUNNING -> "The first epoch has not ended yet.";
            case PAUSED -> "It was paused before its first epoch ended.";
            case COMPLETED -> "Nothing was measured by epoch.";
            case PRUNED, DIVERGED, FAILED, CANCELLED -> "It ended before its first epoch did.";
        };
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

    /** What is measured of inputs in training, under names that begin like that: each input in its own colour. */
    static List<LineOption.Line> lines(List<Curve> curves, String prefix, List<String> inputs) {
        return curves.stream()
                .filter(curve ->
                        curve.name().startsWith(prefix) && curve.split().equals(MetricPoint.TRAIN))
                .map(curve -> {
                    var name = curve.name().substring(prefix.length()).replace("unimodal.", "");
                    int place = inputs.indexOf(name);
                    var color = place < 0 ? Palette.neither() : Palette.input(place);
                    return new LineOption.Line(name, color, "solid", curve);
                })
                .toList();
    }

    private static List<Curve> select(List<Curve> curves, String task, String split, String name) {
        return curves.stream()
                .filter(curve -> curve.task().equals(task)
                        && curve.split().equals(split)
                        && curve.name().equals(name))
                .toList();
    }
}
