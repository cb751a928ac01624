package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.polyphony.backend.comparison.TrialRow;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.frontend.component.Chart;
import io.polyphony.frontend.component.Numbers;
import io.polyphony.frontend.component.Palette;
import io.polyphony.frontend.component.Panel;
import io.polyphony.frontend.component.Ui;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The experiment's charts; all of them follow the table's filter and light the selected trial up. */
final class ChartBoard extends Div {
    private final List<Chart> all = new ArrayList<>();
    private final Map<String, Chart> curves = new HashMap<>();
    private final Map<String, Chart> heats = new HashMap<>();
    private Component heatPanels = new Div();
    private final Chart parallel;
    private final Chart history;
    private final Chart pareto;
    private final Div legend = Ui.div("legend");
    private final Select<ExperimentTask> across = new Select<>();
    private final Select<ExperimentTask> up = new Select<>();
    private final Selection selection;
    private @Nullable Snapshot snapshot;
    private Set<String> shown = Set.of();
    private List<String> explained = List.of();

    ChartBoard(List<ExperimentTask> tasks, Selection selection, Consumer<List<String>> brush) {
        this.selection = selection;
        addClassName("stack");
        parallel = chart("Parallel coordinates of the trials' choices and metrics", "tall");
        parallel.onBrush(brush::accept);
        history = chart("Score of every trial in the order they were tried", "");
        pareto = chart("Trials by two tasks", "");
        add(curves(tasks));
        add(new Panel(
                        "From choice to result",
                        "Each line is a trial. Drag along an axis to keep only the trials that pass through; the table follows.")
                .with(legend, Ui.div("scroll-x", parallel)));
        heatPanels = heats(tasks);
        add(heatPanels);
        add(frontier(tasks));
        selection.onChange(trial -> all.forEach(chart -> chart.light(trial)));
    }

    void show(Snapshot next, Set<String> trials) {
        snapshot = next;
        shown = trials;
        var rows = next.rows().stream()
                .filter(row -> shown.contains(row.trial().id().toString()))
                .toList();
        boolean several = HeatOption.pairs(next.ranked()) > 1;
        for (var task : next.tasks()) {
            curve(task).show(CurveOption.of(task, rows, next.curves().getOrDefault(task.name(), List.of()), shown));
            if (several) {
                heat(task).show(HeatOption.of(task, next.ranked()));
            }
        }
        heatPanels.setVisible(several);
        parallel.show(ParallelOption.of(next));
        history.show(HistoryOption.of(next.ranked()));
        showPareto(rows);
        showLegend(next.ranked());
    }

    private Chart curve(ExperimentTask task) {
        return Objects.requireNonNull(curves.get(task.name()), "the tasks of an experiment never change");
    }

    private Chart heat(ExperimentTask task) {
        return Objects.requireNonNull(heats.get(task.name()), "the tasks of an experiment never change");
    }

    private Component curves(List<ExperimentTask> tasks) {
        var grid = Ui.div(perTask(tasks));
        for (var task : tasks) {
            curves.put(task.name(), chart("Learning curves of " + task.name(), ""));
            grid.add(new Panel(
                            "Learning " + task.name(),
                            "Validation " + Metrics.label(task.metric()) + " by epoch, a line per trial.")
                    .with(curve(task)));
        }
        return grid;
    }

    /** Three fit side by side on a wide screen; other numbers go in pairs. */
    private static String perTask(List<ExperimentTask> tasks) {
        return tasks.size() == 3 ? "grid-fit" : "grid-2";
    }

    private Component heats(List<ExperimentTask> tasks) {
        var grid = Ui.div(perTask(tasks));
        for (var task : tasks) {
            heats.put(task.name(), chart("Best " + task.name() + " by fusion and loss weighting", ""));
            grid.add(new Panel(
                            tasks.size() > 1 ? "Fusion and weighting for " + task.name() : "Fusion for " + task.name(),
                            "The best %s of each%s; the deeper the colour, the better."
                                    .formatted(Metrics.label(task.metric()), tasks.size() > 1 ? " pair" : ""))
                    .with(heat(task)));
        }
        return grid;
    }

    private Component frontier(List<ExperimentTask> tasks) {
        var grid = Ui.div("grid-2");
        if (tasks.size() > 1) {
            choose(across, "Across", tasks, tasks.getFirst());
            choose(up, "Up", tasks, tasks.get(1));
            grid.add(new Panel(
                            "Trade-offs",
                            "Better is up and to the right. The dashed line joins the trials that nobody beats on both tasks. Pinch, or turn the wheel with Ctrl, to see the weaker ones.")
                    .tools(Ui.div("row tight", across, up))
                    .with(pareto));
        }
        grid.add(new Panel("Search so far", "Each trial's score, and the best until then.").with(history));
        return grid;
    }

    private void choose(Select<ExperimentTask> select, String label, List<ExperimentTask> tasks, ExperimentTask first) {
        select.setItems(tasks);
        select.setItemLabelGenerator(ExperimentTask::name);
        select.setValue(first);
        select.setAriaLabel(label);
        select.setVisible(tasks.size() > 2);
        select.setWidth("150px");
        select.addValueChangeListener(change -> {
            if (snapshot != null) {
                show(snapshot, shown);
            }
        });
    }

    private void showPareto(List<TrialRow> rows) {
        if (across.getValue() != null && up.getValue() != null) {
            pareto.show(ParetoOption.of(across.getValue(), up.getValue(), rows));
        }
    }

    private void showLegend(List<TrialRow> rows) {
        var fusions = rows.stream()
                .map(row -> row.trial().fusion())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        if (!fusions.equals(explained)) {
            explained = fusions;
            legend.removeAll();
            fusions.forEach(fusion -> {
                var entry = Ui.span("", "");
                entry.add(Ui.swatch(Palette.fusion(fusion)));
                entry.add(Numbers.words(fusion));
                legend.add(entry);
            });
        }
    }

    private Chart chart(String label, String size) {
        var chart = new Chart(label);
        chart.addClassName("chart");
        if (!size.isEmpty()) {
            chart.addClassName(size);
        }
        chart.onSelect(selection::select);
        all.add(chart);
        return chart;
    }
}
