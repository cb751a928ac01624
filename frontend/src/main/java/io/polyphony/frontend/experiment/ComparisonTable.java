package io.polyphony.frontend.experiment;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.ListDataProvider;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.comparison.TrialRow;
import io.polyphony.backend.experiment.ExperimentTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Trials as rows, a group of columns per task. Live updates keep order, scrolling, filter and selection. */
final class ComparisonTable extends Div {
    private final Grid<TrialRow> grid = new Grid<>();
    private final List<TrialRow> rows = new ArrayList<>();
    private final Map<String, Standings.Scale> scales = new HashMap<>();
    private final Columns columns = new Columns(grid, scales);
    private final Selection selection;
    private List<?> shape = List.of();
    private List<String> parameters = List.of();
    private List<TrialId> placed = List.of();
    private @Nullable Set<String> passing;

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
        var spans = spans(snapshot);
        boolean whole = !spans.equals(scales) || !next.equals(shape) || !knobs.equals(parameters);
        scales.putAll(spans);
        if (!next.equals(shape)) {
            shape = next;
            columns.build(snapshot.tasks(), metrics);
            parameters = List.of();
        }
        if (!knobs.equals(parameters)) {
            parameters = knobs;
            columns.parameters(knobs);
        }
        replace(snapshot.rows(), whole);
        grid.setHeight(Math.clamp(120 + 45L * rows.size(), 240, 640) + "px");
        selection.trial().ifPresent(this::mark);
    }

    /** Takes these rows in the place of those that are there. Where none moves, the browser is sent the changed ones alone. */
    private void replace(List<TrialRow> next, boolean whole) {
        var before = new HashMap<TrialId, TrialRow>();
        rows.forEach(row -> before.put(row.trial().id(), row));
        rows.clear();
        rows.addAll(next);
        var order = order();
        if (whole || !order.equals(placed)) {
            placed = order;
            data.refreshAll();
        } else {
            next.stream()
                    .filter(row -> !row.equals(before.get(row.trial().id())))
                    .forEach(data::refreshItem);
        }
    }

    /** All rows in the order in which they are sorted now. */
    private List<TrialId> order() {
        Comparator<TrialRow> sorting = grid.getDataCommunicator().getInMemorySorting();
        var sorted = new ArrayList<>(rows);
        if (sorting != null) {
            sorted.sort(sorting);
        }
        return sorted.stream().map(row -> row.trial().id()).toList();
    }

    private static Map<String, Standings.Scale> spans(Snapshot snapshot) {
        var spans = new HashMap<String, Standings.Scale>();
        snapshot.tasks().forEach(task -> spans.put(task.name(), Standings.Scale.of(snapshot.rows(), task)));
        return spans;
    }

    /** Shows these trials only. */
    void filter(Set<String> trials) {
        if (!trials.equals(passing)) {
            var left = Set.copyOf(trials);
            passing = left;
            data.setFilter(row -> left.contains(row.trial().id().toString()));
        }
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
