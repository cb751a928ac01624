package io.polyphony.backend.dataset;

import org.jspecify.annotations.Nullable;

/** A person's correction of a column; null keeps what was inferred. */
public record ColumnCorrection(
        String name,
        @Nullable ColumnModality modality,
        @Nullable ColumnRole role) {}
