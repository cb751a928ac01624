package io.polyphony.backend.experiment.space;

import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is wanted of the data.
 *
 * @param names of the tasks
 * @param classes whether any task has classes
 * @param numbers whether any task is a number, or a vector of them, that is not forecast
 * @param draws whether masks or boxes are to be drawn on pictures
 * @param counts whether there are pictures and something to count
 * @param forecasts whether the tasks are what comes next of columns over time
 */
public record TaskFacts(
        List<String> names, boolean classes, boolean numbers, boolean draws, boolean counts, boolean forecasts) {
    private static final Set<TaskType> NUMBERS = EnumSet.of(TaskType.REGRESSION, TaskType.VECTOR);

    public TaskFacts {
        names = List.copyOf(names);
    }

    /** @param modalities of the inputs */
    public static TaskFacts of(List<ExperimentTask> tasks, List<Modality> modalities) {
        return new TaskFacts(
                tasks.stream().map(ExperimentTask::name).toList(),
                any(tasks, type -> !type.isQuantity()),
                any(tasks, NUMBERS::contains),
                any(tasks, TaskType::onPictures),
                modalities.contains(Modality.IMAGE) && any(tasks, type -> type == TaskType.COUNT),
                any(tasks, type -> type == TaskType.FORECAST));
    }

    private static boolean any(List<ExperimentTask> tasks, Predicate<TaskType> wanted) {
        return tasks.stream().map(ExperimentTask::type).anyMatch(wanted);
    }
}
