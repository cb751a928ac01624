package io.polyphony.backend.experiment;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.dataset.ColumnNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wanted experiment. Members that may be left out are null.
 *
 * @param name 1..200 characters
 * @param dataset its newest version is used
 * @param tasks at least one, each target once
 * @param objectives what the search improves, and what it keeps within limits; null: every task's metric
 * @param inputs columns to learn from; null: every column whose role is input
 * @param split null: the data set's split column, else a random split
 * @param seed makes the search repeatable; null: 1
 */
public record ExperimentRequest(
        @Nullable String name,
        @Nullable DatasetId dataset,
        @Nullable List<TaskRequest> tasks,
        @Nullable List<ObjectiveRequest> objectives,
        @Nullable List<String> inputs,
        @Nullable SplitRequest split,
        @Nullable SearchRequest search,
        @Nullable BudgetRequest budget,
        @Nullable Long seed) {

    public ExperimentRequest {
        inputs = inputs == null
                ? null
                : inputs.stream()
                        .map(column -> column == null ? column : ColumnNames.of(column))
                        .toList();
    }

    /** Every task is searched for by its metric. */
    public ExperimentRequest(
            @Nullable String name,
            @Nullable DatasetId dataset,
            @Nullable List<TaskRequest> tasks,
            @Nullable List<String> inputs,
            @Nullable SplitRequest split,
            @Nullable SearchRequest search,
            @Nullable BudgetRequest budget,
            @Nullable Long seed) {
        this(name, dataset, tasks, null, inputs, split, search, budget, seed);
    }
}
