package io.polyphony.backend.experiment;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.DatasetTables;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.engine.data.InputSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an experiment divides the rows: as its request says, and as the data call for where that says nothing.
 *
 * @param belowRows train rows from which on folds are never used; 0: they never are
 */
record DivisionPlanner(
        DatasetTables tables, DatasetVersionId version, Map<String, ColumnInfo> columns, int belowRows, Faults faults) {

    /**
     * The division.
     *
     * @param split null where something is wrong with it
     * @param cautions what a person should know before a figure is believed
     */
    record Division(@Nullable SplitSpec split, List<String> cautions) {}

    Division plan(ExperimentRequest request, List<ExperimentTask> tasks, List<InputSpec> inputs, long seed) {
        var targets = tasks.stream().map(ExperimentTask::name).collect(Collectors.toSet());
        boolean forecasts = WindowPlanner.wanted(tasks);
        var split = new SplitPlanner(tables, version, columns, faults).plan(request.split(), targets, forecasts, seed);
        if (split != null && forecasts) {
            split = overTime(split, request, tasks, inputs, targets);
        }
        if (split == null || faults.any()) {
            return new Division(split, List.of());
        }
        var parted = new CopyPlanner(tables, version, columns).plan(split, request.split(), inputs, targets);
        var minutes = request.budget() == null ? null : request.budget().minutes();
        int few = new FoldBudget(belowRows, minutes).belowRows(FactPlanner.facts(inputs, tasks, columns, 0));
        var folded = new FoldPlanner(tables, version, few).plan(parted.split(), request.split());
        return new Division(folded, cautions(parted, request, targets));
    }

    private List<String> cautions(CopyPlanner.Parted parted, ExperimentRequest request, Set<String> targets) {
        return Stream.concat(parted.cautions().stream(), tornGroup(parted.split(), request, targets).stream())
                .toList();
    }

    /** A group that the data suggest is left out of a split by a column for one reason alone: the column tears it apart. */
    private Optional<String> tornGroup(SplitSpec split, ExperimentRequest request, Set<String> targets) {
        boolean left = split.splitColumn() != null && split.groupColumn() == null && split.windows() == null;
        boolean asked = request.split() != null && request.split().group() != null;
        var group = SplitSpec.suggest(List.copyOf(columns.values()), List.copyOf(targets), 0)
                .groupColumn();
        return Optional.ofNullable(left && !asked ? group : null)
                .map(name ->
                        "Rows of one and the same value of (%s) are in several parts of (%s), so figures on the test rows tell about values that were learnt from, not about new ones. Maybe do not divide by that column, so that they stay together."
                                .formatted(name, split.splitColumn()));
    }

    private @Nullable SplitSpec overTime(
            SplitSpec split,
            ExperimentRequest request,
            List<ExperimentTask> tasks,
            List<InputSpec> inputs,
            Set<String> targets) {
        int read = inputs.getFirst().columns().size();
        var time = request.split() == null ? null : request.split().time();
        var ahead = request.split() == null ? null : request.split().ahead();
        var planner = new WindowPlanner(tables, version, columns, faults);
        new AheadPlanner(columns, faults).check(ahead, tasks, time);
        var bare = planner.plan(request.tasks(), tasks, read, time);
        var windows = bare == null || ahead == null ? bare : bare.knowing(ahead);
        if (windows == null || faults.any()) {
            return windows == null ? null : split.over(windows);
        }
        var panels = new PanelPlanner(tables, version, columns);
        var parted = panels.parted(split.over(windows), targets);
        var apart = parted.windows();
        return apart == null || parted.seriesColumns().isEmpty() || request.tasks() == null
                ? parted
                : parted.over(planner.overSeries(apart, request.tasks(), tasks, panels.rowsOfOne(parted), read));
    }
}
