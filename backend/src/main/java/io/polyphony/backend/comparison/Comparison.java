package io.polyphony.backend.comparison;

import io.polyphony.backend.experiment.ExperimentView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Trials side by side, per task: the one document behind the browser's table and the REST route.
 *
 * @param experiment the experiment with its tasks and progress
 * @param rows in order of their numbers
 * @param next the cursor of the following rows; null when these are the last
 */
public record Comparison(
        ExperimentView experiment,
        List<TrialRow> rows,
        @Nullable String next) {
    public Comparison {
        rows = List.copyOf(rows);
    }
}
