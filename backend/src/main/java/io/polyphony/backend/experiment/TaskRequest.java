package io.polyphony.backend.experiment;

import io.polyphony.backend.dataset.ColumnNames;
import org.jspecify.annotations.Nullable;

/**
 * A wanted task.
 *
 * @param target the column to predict
 * @param type a {@link io.polyphony.engine.data.TaskType} in small letters; null: as the column's values suggest
 * @param metric the validation metric that the search improves; null: the usual one of the type
 * @param horizon of a forecast, how many steps ahead; the same for all of an experiment; null for other tasks
 * @param lookback of a forecast, how many steps are seen; null: a few times the horizon, more of long series
 * @param auxiliary whether it is learnt for the sake of the others alone, and ranks no trial; null: no
 */
public record TaskRequest(
        String target,
        @Nullable String type,
        @Nullable String metric,
        @Nullable Integer horizon,
        @Nullable Integer lookback,
        @Nullable Boolean auxiliary) {

    public TaskRequest {
        target = target == null ? target : ColumnNames.of(target);
    }

    /** Anything but a forecast. */
    public TaskRequest(String target, @Nullable String type, @Nullable String metric) {
        this(target, type, metric, null, null, null);
    }

    /** The same target as another type of task, judged by another metric. */
    public TaskRequest as(@Nullable String otherType, @Nullable String otherMetric) {
        return new TaskRequest(target, otherType, otherMetric, horizon, lookback, auxiliary);
    }

    /** The same with other windows. */
    public TaskRequest over(@Nullable Integer steps, @Nullable Integer seen) {
        return new TaskRequest(target, type, metric, steps, seen, auxiliary);
    }

    /** The same for the sake of the others, or for its own. */
    public TaskRequest helping(boolean helps) {
        return new TaskRequest(target, type, metric, horizon, lookback, helps ? true : null);
    }
}
