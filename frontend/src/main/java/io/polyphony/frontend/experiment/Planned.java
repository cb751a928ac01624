package io.polyphony.frontend.experiment;

import io.polyphony.backend.experiment.ExperimentObjective;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.ExperimentView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tasks as the platform would have them now.
 *
 * @param tasks none while something is wrong
 * @param objectives what of them is improved
 * @param problem what is wrong; null: nothing
 */
record Planned(
        List<ExperimentTask> tasks,
        List<String> objectives,
        @Nullable String problem) {
    static final Planned NOTHING = new Planned(List.of(), List.of(), null);

    /** Of an experiment as it would be. */
    static Planned of(ExperimentView preview) {
        return new Planned(
                preview.tasks(),
                preview.objectives().stream()
                        .filter(ExperimentObjective::improved)
                        .map(ExperimentObjective::name)
                        .toList(),
                null);
    }

    Optional<ExperimentTask> of(String target) {
        return tasks.stream().filter(task -> task.name().equals(target)).findFirst();
    }
}
