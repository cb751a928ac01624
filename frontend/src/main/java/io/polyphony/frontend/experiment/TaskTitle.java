package io.polyphony.frontend.experiment;

import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.backend.experiment.TaskRequest;

/** A task's name, with what sets it apart from those that count. */
public final class TaskTitle {
    private TaskTitle() {}

    static String of(ExperimentTask task) {
        return of(task.name(), task.auxiliary());
    }

    /** The same behind other words. */
    public static String note(ExperimentTask task) {
        return task.auxiliary() ? ", helps only" : "";
    }

    static String of(TaskRequest task) {
        return of(task.target(), Boolean.TRUE.equals(task.auxiliary()));
    }

    private static String of(String name, boolean auxiliary) {
        return auxiliary ? name + " (helps only)" : name;
    }
}
