package io.polyphony.backend.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.ExperimentObjective;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.trial.Direction;
import io.polyphony.hpo.trial.Scalarization;
import io.polyphony.hpo.trial.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreferencesTest {
    /** A front of three with a dent in its middle, and a trial that two of them beat. */
    private static final List<Trial> TRIALS =
            List.of(trial(1, 0.9, 10), trial(2, 0.8, 7), trial(3, 0.6, 2), trial(4, 0.7, 8), trial(5, Double.NaN, 1));

    @Test
    void a_balance_is_struck_where_both_lag_behind_alike() {
        // Scaled to the front: 1 (0, 1), 2 (1/3, 5/8), 3 (1, 0); the greatest half of each: 1/2, 5/16, 1/2.
        var balanced = recommend(Scalarization.CHEBYSHEV, figure("good", Direction.MAXIMIZE, null, 1), error(null, 1));
        assertThat(balanced.trials())
                .extracting(Recommendation.Candidate::number)
                .startsWith(2)
                .endsWith(5);
        assertThat(balanced.trials().getFirst().loss()).isCloseTo(0.3125 + 0.05 * 23 / 48, within(1e-9));
        assertThat(balanced.missing()).isNull();
    }

    @Test
    void weights_move_the_recommendation_along_the_front() {
        assertThat(first(Scalarization.WEIGHTED_SUM, 9, 1)).isEqualTo(1);
        assertThat(first(Scalarization.WEIGHTED_SUM, 1, 9)).isEqualTo(3);
    }

    @Test
    void what_misses_a_limit_comes_last_whatever_its_weights() {
        var limited = recommend(Scalarization.CHEBYSHEV, figure("good", Direction.MAXIMIZE, 0.85, 1), error(null, 100));
        assertThat(limited.trials())
                .extracting(Recommendation.Candidate::number)
                .containsExactly(1, 2, 4, 3, 5);
        assertThat(limited.trials().get(1).missed()).containsExactly("good");
        assertThat(limited.trials())
                .filteredOn(Recommendation.Candidate::pareto)
                .hasSize(1);
    }

    @Test
    void where_no_trial_keeps_to_all_limits_the_nearest_is_named_and_none_recommended() {
        var none = recommend(Scalarization.CHEBYSHEV, figure("good", Direction.MAXIMIZE, 0.95, 1), error(5.0, 1));
        assertThat(none.missing()).contains("(3)").contains("good").contains("Maybe");
        assertThat(recommend(Scalarization.CHEBYSHEV, List.of(), error(null, 1)).missing())
                .isEqualTo("No trial has completed yet.");
    }

    private static int first(Scalarization scalarization, double good, double error) {
        return recommend(scalarization, figure("good", Direction.MAXIMIZE, null, good), error(null, error))
                .trials()
                .getFirst()
                .number();
    }

    private static Recommendation recommend(Scalarization scalarization, ExperimentObjective... figures) {
        return recommend(scalarization, TRIALS, figures);
    }

    private static Recommendation recommend(
            Scalarization scalarization, List<Trial> trials, ExperimentObjective... figures) {
        var ids = new HashMap<Integer, TrialId>();
        trials.forEach(trial -> ids.put(trial.number(), new TrialId(new UUID(0, trial.number()))));
        return new Preferences(
                        scalarization,
                        new Wishes.Figures(List.of(figures), List.of()),
                        new Fronts.Completed(trials, ids))
                .recommend();
    }

    private static ExperimentObjective error(@Nullable Double limit, double weight) {
        return figure("error", Direction.MINIMIZE, limit, weight);
    }

    private static ExperimentObjective figure(String name, Direction direction, @Nullable Double limit, double weight) {
        return new ExperimentObjective(name, name, name, direction, limit, true, weight);
    }

    private static Trial trial(int number, double good, double error) {
        return Trial.completed(number, new Assignment(Map.of("x", (long) number)), good, error);
    }
}
