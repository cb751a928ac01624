package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.ListDataProvider;
import io.polyphony.backend.comparison.TrialRow;
import io.polyphony.backend.experiment.ExperimentTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Trials as rows, a group of columns per task. Live updates keep order, scrolling, filter and selection. */
final class ComparisonTable extends Div {
    private final Grid<TrialRow> grid = new Grid<>();
    private final List<TrialRow> rows = new ArrayList<>();
    private final Map<String, Standings.Scale> scales = new HashMap<>();
    private final Columns columns = new Columns(grid, scales);
    private final Selection selection;
    private List<?> shape = List.of();
    private List<String> parameters = List.of();

    /** The rows of the grid, known by their trial, so that a changed row is the same row. */
    private final ListDataProvider<TrialRow> data = new ListDataProvider<>(rows) {
        @Override
        public Object getId(TrialRow row) {
            return row.trial().id();
        }
    };

    ComparisonTable(Selection selection) {
        this.selection = selection;
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addClassName("comparison");
        grid.setDataProvider(data);
        grid.setColumnReorderingAllowed(true);
        grid.setPartNameGenerator(row -> Standings.referee(row) ? "referee" : null);
        grid.getElement().setAttribute("aria-label", "Trials");
        grid.addSelectionListener(event -> selection.select(event.getFirstSelectedItem()
                .map(row -> row.trial().id().toString())
                .orElse("")));
        selection.onChange(this::mark);
        add(grid);
    }

    /** Shows these rows; columns are built anew only when tasks, parameters or the choice of columns changed. */
    void show(Snapshot snapshot, boolean onlyDifferences, boolean allMetrics) {
        var knobs = snapshot.knobs().stream()
                .filter(knob -> !onlyDifferences || snapshot.differs(knob))
                .toList();
        var metrics = allMetrics ? otherMetrics(snapshot) : Map.<String, List<String>>of();
        var next = List.of(snapshot.tasks(), metrics);
        snapshot.tasks().forEach(task -> scales.put(task.name(), Standings.Scale.of(snapshot.rows(), task)));
        if (!next.equals(shape)) {
            shape = next;
            columns.build(snapshot.tasks(), metrics);
            parameters = List.of();
        }
        if (!knobs.equals(parameters)) {
            parameters = knobs;
            columns.parameters(knobs);
        }
        rows.clear();
        rows.addAll(snapshot.rows());
        data.refreshAll();
        grid.setHeight(Math.clamp(120 + 45L * rows.size(), 240, 640) + "px");
        selection.trial().ifPresent(this::mark);
    }

    void filter(Predicate<TrialRow> filter) {
        data.setFilter(filter::test);
    }

    /** How many rows pass the filter. */
    long visible() {
        var filter = data.getFilter();
        return rows.stream().filter(row -> filter == null || filter.test(row)).count();
    }

    private void mark(String trial) {
        rows.stream()
                .filter(row -> row.trial().id().toString().equals(trial))
                .findFirst()
                .ifPresentOrElse(grid::select, grid::deselectAll);
    }

    /** By task: the metrics besides the primary one, as the trials report them. */
    private static Map<String, List<String>> otherMetrics(Snapshot snapshot) {
        var metrics = new HashMap<String, List<String>>();
        for (ExperimentTask task : snapshot.tasks()) {
            metrics.put(
                    task.name(),
                    snapshot.rows().stream()
                            .map(row -> row.tasks().get(task.name()))
                            .filter(cell -> cell != null)
                            .flatMap(cell -> cell.metrics().keySet().stream())
                            .filter(metric -> !metric.equals(task.metric()))
                            .distinct()
                            .sorted()
                            .toList());
        }
        return metrics;
    }
}
