package io.polyphony.backend.comparison;

import io.polyphony.backend.common.TrialId;
import io.polyphony.hpo.trial.Direction;
import io.polyphony.hpo.trial.Scalarization;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The completed trials in the order of somebody's preference.
 *
 * @param wishes what was taken into account
 * @param trials the best first, at most 100
 * @param missing why none is recommended, if so; else the first one is
 */
public record Recommendation(
        Scalarization scalarization,
        List<Wish> wishes,
        List<Candidate> trials,
        @Nullable String missing) {
    public Recommendation {
        wishes = List.copyOf(wishes);
        trials = List.copyOf(trials);
    }

    /**
     * A figure of each trial that counts.
     *
     * @param weight 0 where only the limit counts
     * @param limit null for anything
     */
    public record Wish(
            String name,
            Direction direction,
            double weight,
            @Nullable Double limit) {}

    /**
     * A trial.
     *
     * @param number the trial's
     * @param pareto whether no other trial is at least as good in all that counts and better in one
     * @param loss the weighted objectives as one, less being better: 0 would be the best of each objective at once. Null where one of them
     *     is not known
     * @param missed names of the limits that it misses
     * @param values by the names of the wishes, as far as they are known
     */
    public record Candidate(
            TrialId trial,
            int number,
            boolean pareto,
            @Nullable Double loss,
            List<String> missed,
            Map<String, Double> values) {}
}
