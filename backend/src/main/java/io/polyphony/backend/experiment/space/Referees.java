package io.polyphony.backend.experiment.space;

import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.RefereePlan;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import java.util.List;
import java.util.stream.Stream;

/** One referee per task and one per input, where there are several: was it worth sharing, was it worth fusing? */
public final class Referees {
    private Referees() {}

    /** The referees of these inputs and tasks. */
    public static List<RefereePlan> of(List<InputSpec> inputs, List<ExperimentTask> tasks) {
        var inputNames = inputs.stream().map(InputSpec::name).toList();
        var taskNames = tasks.stream().map(ExperimentTask::name).toList();
        var alone = several(taskNames)
                .filter(task -> counts(tasks, task))
                .map(task -> new RefereePlan("only " + task, List.of(task), inputNames));
        var single = several(inputNames).flatMap(input -> only(input, inputs, tasks));
        return Stream.concat(single, alone).toList();
    }

    /** Masks and boxes lie on their own picture only, which is the first. */
    private static Stream<RefereePlan> only(String input, List<InputSpec> inputs, List<ExperimentTask> tasks) {
        boolean picture = inputs.stream()
                .filter(candidate -> candidate.modality() == Modality.IMAGE)
                .findFirst()
                .filter(first -> first.name().equals(input))
                .isPresent();
        var possible = tasks.stream()
                .filter(task -> picture || !task.type().onPictures())
                .map(ExperimentTask::name)
                .toList();
        return possible.stream().noneMatch(task -> counts(tasks, task))
                ? Stream.empty()
                : Stream.of(new RefereePlan("only " + input, possible, List.of(input)));
    }

    /** An auxiliary task by itself is nothing to compare with. */
    private static boolean counts(List<ExperimentTask> tasks, String name) {
        return tasks.stream().anyMatch(task -> task.name().equals(name) && !task.auxiliary());
    }

    private static Stream<String> several(List<String> names) {
        return names.size() > 1 ? names.stream() : Stream.empty();
    }
}
