package io.polyphony.backend.dataset;

import org.jspecify.annotations.Nullable;

/**
 * A person's correction of a column; null keeps what was inferred.
 *
 * @param wordsAreValues whether cells such as NA and null, which are read as missing, are values like all others
 */
public record ColumnCorrection(
        String name,
        @Nullable ColumnModality modality,
        @Nullable ColumnRole role,
        @Nullable Boolean wordsAreValues) {}
