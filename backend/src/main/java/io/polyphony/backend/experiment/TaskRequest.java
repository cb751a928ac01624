package io.polyphony.backend.experiment;

import org.jspecify.annotations.Nullable;

/**
 * A wanted task.
 *
 * @param target the column to predict
 * @param type a {@link io.polyphony.engine.data.TaskType} in small letters; null: as the column's values suggest
 * @param metric the validation metric that the search improves; null: the usual one of the type
 */
public record TaskRequest(
        String target, @Nullable String type, @Nullable String metric) {}
