package io.polyphony.backend.experiment.space;

import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.RefereePlan;
import io.polyphony.engine.data.InputSpec;
import java.util.List;
import java.util.stream.Stream;

/** One referee per task and one per input, where there are several: was it worth sharing, was it worth fusing? */
public final class Referees {
    private Referees() {}

    /** The referees of these inputs and tasks. */
    public static List<RefereePlan> of(List<InputSpec> inputs, List<ExperimentTask> tasks) {
        var inputNames = inputs.stream().map(InputSpec::name).toList();
        var taskNames = tasks.stream().map(ExperimentTask::name).toList();
        var alone = several(taskNames).map(task -> new RefereePlan("only " + task, List.of(task), inputNames));
        var single = several(inputNames).map(input -> new RefereePlan("only " + input, taskNames, List.of(input)));
        return Stream.concat(single, alone).toList();
    }

    private static Stream<String> several(List<String> names) {
        return names.size() > 1 ? names.stream() : Stream.empty();
    }
}
