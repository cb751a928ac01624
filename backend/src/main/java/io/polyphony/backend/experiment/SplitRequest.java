package io.polyphony.backend.experiment;

import io.polyphony.backend.dataset.ColumnNames;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How rows are parted into train, validation and test. Every member may be left out.
 *
 * @param column a column that says {@code train}, {@code validation} or {@code test} per row
 * @param group rows of one value of this column stay together
 * @param validation share of rows for validation, above 0, below 0.5
 * @param test share of rows for the sealed test split, at least 0, below 0.5
 * @param seed of the random split
 * @param folds how many networks each trial trains, each on all rows that are not sealed but those of its own fold, by which it is
 *     judged, 1..10; 1: one network, judged by the validation rows; null: as the data call for
 * @param time of forecasts, the column whose dates or numbers put the rows in order; null: the first column of dates, else they
 *     are in order
 * @param ahead of forecasts, columns of numbers that are known of the steps that are asked for, such as holidays and prices; null: none
 * @param copiesTogether whether rows that say the same in all inputs and targets stay in one part, where no group is named and no
 *     task is a forecast; null: where it is no chance that they do
 */
public record SplitRequest(
        @Nullable String column,
        @Nullable String group,
        @Nullable Double validation,
        @Nullable Double test,
        @Nullable Long seed,
        @Nullable Integer folds,
        @Nullable String time,
        @Nullable Boolean copiesTogether,
        @Nullable List<String> ahead) {

    public SplitRequest {
        ahead = ahead == null
                ? null
                : ahead.stream()
                        .map(ColumnNames::orNull)
                        .filter(Objects::nonNull)
                        .toList();
        column = ColumnNames.orNull(column);
        group = ColumnNames.orNull(group);
        time = ColumnNames.orNull(time);
    }

    /** Copies as the data call for, and nothing known ahead. */
    public SplitRequest(
            @Nullable String column,
            @Nullable String group,
            @Nullable Double validation,
            @Nullable Double test,
            @Nullable Long seed,
            @Nullable Integer folds,
            @Nullable String time) {
        this(column, group, validation, test, seed, folds, time, null, null);
    }

    /** Of rows that are no steps of time. */
    public SplitRequest(
            @Nullable String column,
            @Nullable String group,
            @Nullable Double validation,
            @Nullable Double test,
            @Nullable Long seed,
            @Nullable Integer folds) {
        this(column, group, validation, test, seed, folds, null);
    }
}
