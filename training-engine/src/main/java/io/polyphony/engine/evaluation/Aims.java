package io.polyphony.engine.evaluation;

import io.polyphony.engine.data.Aim;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;

/** What answers must aim at to do well by a metric. */
public final class Aims {
    private Aims() {}

    /** A task that is judged by that metric, with answers that suit it. */
    public static TaskSpec task(String name, TaskType type, String metric) {
        return new TaskSpec(name, type, metric, of(metric));
    }

    private static Aim of(String metric) {
        return switch (metric) {
            case Metrics.RMSE, Metrics.MSE, Metrics.R2, Metrics.ARRMSE -> Aim.MEAN;
            case Metrics.PINBALL_10 -> Aim.LOWER_TENTH;
            case Metrics.PINBALL_90 -> Aim.UPPER_TENTH;
            default -> Aim.MEDIAN;
        };
    }

    /** The metric that judges a task. */
    public static String metric(TaskSpec task) {
        var usual = Metrics.primaryFor(task.type()).name();
        if (task.metric() != null || task.type() != TaskType.REGRESSION) {
            return task.metric() == null ? usual : task.metric();
        }
        return switch (task.aim()) {
            case MEDIAN -> usual;
            case MEAN -> Metrics.RMSE;
            case LOWER_TENTH -> Metrics.PINBALL_10;
            case UPPER_TENTH -> Metrics.PINBALL_90;
        };
    }
}
