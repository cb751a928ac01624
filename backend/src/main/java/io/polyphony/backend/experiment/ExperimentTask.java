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
 * @param auxiliary whether it is learnt for the sake of the others alone: it is measured, and ranks no trial
 */
public record ExperimentTask(String name, TaskType type, String metric, Direction direction, boolean auxiliary) {

    /** One that counts. */
    public ExperimentTask(String name, TaskType type, String metric, Direction direction) {
        this(name, type, metric, direction, false);
    }

    /** The task as the engine knows it. */
    public TaskSpec spec() {
        return Aims.task(name, type, metric).auxiliary(auxiliary);
    }
}
