package io.polyphony.backend.experiment;

import org.jspecify.annotations.Nullable;

/**
 * How rows are parted into train, validation and test. Every member may be left out.
 *
 * @param column a column that says {@code train}, {@code validation} or {@code test} per row
 * @param group rows of one value of this column stay together
 * @param validation share of rows for validation, above 0, below 0.5
 * @param test share of rows for the sealed test split, at least 0, below 0.5
 * @param seed of the random split
 */
public record SplitRequest(
        @Nullable String column,
        @Nullable String group,
        @Nullable Double validation,
        @Nullable Double test,
        @Nullable Long seed) {}
