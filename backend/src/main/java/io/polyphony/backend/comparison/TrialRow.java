package io.polyphony.backend.comparison;

import io.polyphony.backend.trial.TrialView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One trial of a comparison.
 *
 * @param trial state, fusion, loss weighting, assignment, progress
 * @param tasks per task that the trial learns, by name
 * @param measures what it is measured by as a whole, by the name of the {@link io.polyphony.backend.experiment.Measure}, as far as it is known
 * @param score mean over the experiment's tasks of the normalised primary validation metric at the best epoch: 0 is a constant
 *     predictor, 1 perfect; what trials are ranked by. Null for referees and trials that have not completed
 * @param pareto whether it keeps to all limits and no other trial is at least as good in every objective and better in one; never for referees
 */
public record TrialRow(
        TrialView trial,
        Map<String, TaskCell> tasks,
        Map<String, Double> measures,
        @Nullable Double score,
        boolean pareto) {}
