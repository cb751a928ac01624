package io.polyphony.frontend.experiment;

import io.polyphony.backend.experiment.ExperimentTask;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tasks as the platform would have them now.
 *
 * @param tasks none while something is wrong
 * @param problem what is wrong; null: nothing
 */
record Planned(List<ExperimentTask> tasks, @Nullable String problem) {
    static final Planned NOTHING = new Planned(List.of(), null);

    Optional<ExperimentTask> of(String target) {
        return tasks.stream().filter(task -> task.name().equals(target)).findFirst();
    }
}
