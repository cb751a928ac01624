package io.polyphony.backend.experiment;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.DatasetTables;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.backend.dataset.Times;
import io.polyphony.backend.dataset.WindowSpec;
import io.polyphony.engine.data.InputSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment reads of which rows: columns become inputs, and rows are divided. Where rows are steps of time, inputs
 * depend on what tells series apart, which only the division finds.
 *
 * @param belowRows train rows from which on folds are never used; 0: they never are
 */
record ReadingPlanner(
        DatasetTables tables, DatasetVersionId version, Map<String, ColumnInfo> columns, int belowRows, Faults faults) {

    /**
     * Inputs, and rows.
     *
     * @param split null where something is wrong with it
     * @param cautions what a person should know before a figure is believed
     */
    record Reading(List<InputSpec> inputs, @Nullable SplitSpec split, List<String> cautions) {}

    Reading plan(ExperimentRequest request, List<ExperimentTask> tasks, long seed) {
        var inputs = inputs(request, tasks);
        new PicturePlanner(tables, version, faults).check(tasks, inputs);
        new VectorPlanner(tables, version, faults).check(tasks);
        var divided =
                new DivisionPlanner(tables, version, columns, belowRows, faults).plan(request, tasks, inputs, seed);
        var split = divided.split();
        var windows = split == null ? null : split.windows();
        return split == null || windows == null || faults.any()
                ? new Reading(inputs, split, divided.cautions())
                : new Reading(overTime(request, tasks, split, windows), split, divided.cautions());
    }

    private List<InputSpec> inputs(ExperimentRequest request, List<ExperimentTask> tasks) {
        if (WindowPlanner.wanted(tasks)) {
            var time = request.split() == null ? null : request.split().time();
            return new StepInputPlanner(columns, tasks, ahead(request), faults)
                    .plan(request.inputs(), List.of(), time, false);
        }
        var targets = tasks.stream().map(ExperimentTask::name).collect(Collectors.toSet());
        return new InputPlanner(columns, faults).plan(request.inputs(), targets);
    }

    private List<InputSpec> overTime(
            ExperimentRequest request, List<ExperimentTask> tasks, SplitSpec split, WindowSpec windows) {
        var time = windows.timeColumn();
        boolean recurs =
                time != null && Times.recur(tables.load(version, List.of(time)).texts(time));
        return new StepInputPlanner(columns, tasks, windows.aheadColumns(), faults)
                .plan(request.inputs(), split.seriesColumns(), time, recurs);
    }

    private static List<String> ahead(ExperimentRequest request) {
        var split = request.split();
        return split == null || split.ahead() == null ? List.of() : split.ahead();
    }
}
