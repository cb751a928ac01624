package io.polyphony.backend.experiment;

import org.jspecify.annotations.Nullable;

/**
 * A wanted task.
 *
 * @param target the column to predict
 * @param type a {@link io.polyphony.engine.data.TaskType} in small letters; null: as the column's values suggest
 * @param metric the validation metric that the search improves; null: the usual one of the type
 * @param horizon of a forecast, how many steps ahead; the same for all of an experiment; null for other tasks
 * @param lookback of a forecast, how many steps are seen; null: a few times the horizon
 */
public record TaskRequest(
        String target,
        @Nullable String type,
        @Nullable String metric,
        @Nullable Integer horizon,
        @Nullable Integer lookback) {

    /** Anything but a forecast. */
    public TaskRequest(String target, @Nullable String type, @Nullable String metric) {
        this(target, type, metric, null, null);
    }
}
