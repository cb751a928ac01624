package io.polyphony.backend.comparison;

import io.polyphony.backend.trial.TrialView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One trial of a comparison.
 *
 * @param trial state, fusion, loss weighting, assignment, progress
 * @param tasks per task that the trial learns, by name
 * @param score mean over the experiment's tasks of the normalised primary validation metric at the best epoch: 0 is a constant
 *     predictor, 1 perfect; what trials are ranked by. Null for referees and trials that have not completed
 * @param pareto whether no other trial is at least as good on every task and better on one; never for referees
 */
public record TrialRow(
        TrialView trial,
        Map<String, TaskCell> tasks,
        @Nullable Double score,
        boolean pareto) {}
