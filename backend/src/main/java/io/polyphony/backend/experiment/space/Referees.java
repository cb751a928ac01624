package io.polyphony.backend.experiment.space;

import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.RefereePlan;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import io.polyphony.hpo.space.Assignment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
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

    /**
     * What referees repeat: of the first trials one that reads pictures or sounds without convolutions, because it takes a
     * second where those take many, and there are several referees; else the very first.
     *
     * @param givenUp what did not come to its end, with which nothing can be compared
     */
    public static Assignment recipe(List<Assignment> first, Set<Assignment> givenUp) {
        return first.stream()
                .filter(Referees::quick)
                .findFirst()
                .filter(quick -> !givenUp.contains(quick))
                .orElseGet(first::getFirst);
    }

    private static boolean quick(Assignment assignment) {
        return Stream.of(Knobs.IMAGE_ENCODER, Knobs.AUDIO_ENCODER)
                .map(encoder -> assignment.values().get(encoder))
                .anyMatch(encoder -> Knobs.PATCHES.equals(encoder) || Knobs.FUNCTIONALS.equals(encoder));
    }

    /** The recipe for fewer tasks or inputs: a single input is not fused and does not wait for others; a single task is not weighed and has no layers of its own. */
    public static Assignment restricted(Assignment recipe, RefereePlan plan) {
        var values = new LinkedHashMap<>(recipe.values());
        if (plan.inputs().size() == 1) {
            values.keySet().removeAll(List.of(Knobs.FUSION, Knobs.MODALITY_DROPOUT, Knobs.DEPTH));
            values.keySet().removeIf(name -> name.startsWith(Knobs.FREEZE + "."));
        }
        if (plan.tasks().size() == 1) {
            values.keySet()
                    .removeIf(name -> name.equals(Knobs.LOSS_WEIGHTING)
                            || name.startsWith(Knobs.WEIGHT)
                            || name.startsWith(Knobs.HEAD_RATE + "."));
        }
        return new Assignment(values);
    }

    /** Masks and boxes lie on their own picture only, which is the first; forecasts go on from their past, which is the first input then. */
    private static Stream<RefereePlan> only(String input, List<InputSpec> inputs, List<ExperimentTask> tasks) {
        boolean picture = inputs.stream()
                .filter(candidate -> candidate.modality() == Modality.IMAGE)
                .findFirst()
                .filter(first -> first.name().equals(input))
                .isPresent();
        boolean past = inputs.getFirst().name().equals(input);
        var possible = tasks.stream()
                .filter(task -> picture || !task.type().onPictures())
                .filter(task -> past || task.type() != TaskType.FORECAST)
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
