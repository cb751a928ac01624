package io.polyphony.backend.experiment.space;

import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.engine.data.Aim;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is wanted of the data.
 *
 * @param names of the tasks
 * @param types that occur
 * @param counts whether there are pictures and something to count
 * @param numbers whether any task is a number, or a vector of them, whose metric leaves its loss open; forecasts are none
 */
public record TaskFacts(List<String> names, Set<TaskType> types, boolean counts, boolean numbers) {
    private static final Set<TaskType> NUMBERS = EnumSet.of(TaskType.REGRESSION, TaskType.VECTOR);

    public TaskFacts {
        names = List.copyOf(names);
        types = Set.copyOf(types);
    }

    /** Of tasks that are judged by the usual metrics. */
    public TaskFacts(List<String> names, Set<TaskType> types, boolean counts) {
        this(names, types, counts, types.stream().anyMatch(NUMBERS::contains));
    }

    /** @param modalities of the inputs */
    public static TaskFacts of(List<ExperimentTask> tasks, List<Modality> modalities) {
        return new TaskFacts(
                tasks.stream().map(ExperimentTask::name).toList(),
                tasks.stream().map(ExperimentTask::type).collect(Collectors.toSet()),
                modalities.contains(Modality.IMAGE) && tasks.stream().anyMatch(task -> task.type() == TaskType.COUNT),
                tasks.stream()
                        .anyMatch(task ->
                                NUMBERS.contains(task.type()) && task.spec().aim() == Aim.MEDIAN));
    }

    /** Whether any task is answered otherwise than by drawing on pictures. */
    public boolean answers() {
        return types.stream().anyMatch(type -> !type.onPictures());
    }

    /** Whether masks or boxes are to be drawn on pictures. */
    public boolean draws() {
        return types.stream().anyMatch(TaskType::onPictures);
    }

    /** Whether the tasks are what comes next of columns over time. */
    public boolean forecasts() {
        return types.contains(TaskType.FORECAST);
    }

    /** Whether nothing else is asked for. */
    boolean onlyForecasts() {
        return types.equals(Set.of(TaskType.FORECAST));
    }

    /** Whether any task is of one of these types. */
    boolean any(Set<TaskType> wanted) {
        return types.stream().anyMatch(wanted::contains);
    }
}
