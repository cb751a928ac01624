package io.polyphony.backend.trial.running;

import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.polyphony.backend.common.ExperimentId;

/**
 * A place in the queue of work.
 *
 * @param number from 1, once within its experiment
 */
record Lane(ExperimentId experiment, int number) {
    static Lane of(TaskInstanceId instance) {
        var parts = instance.getId().split("/");
        return new Lane(ExperimentId.fromString(parts[0]), Integer.parseInt(parts[1]));
    }

    String key() {
        return experiment + "/" + number;
    }
}
