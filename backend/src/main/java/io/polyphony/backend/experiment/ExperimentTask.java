package io.polyphony.backend.experiment;

import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.evaluation.Aims;
import io.polyphony.hpo.trial.Direction;

/**
 * One task of an experiment.
 *
 * @param name the target column
 * @param metric the validation metric that the search improves
 * @param direction which way that metric is better
 */
public record ExperimentTask(String name, TaskType type, String metric, Direction direction) {
    /** The task as the engine knows it. */
    public TaskSpec spec() {
        return Aims.task(name, type, metric);
    }
}
