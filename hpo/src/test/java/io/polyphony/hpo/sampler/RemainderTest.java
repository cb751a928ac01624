package io.polyphony.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RemainderTest {
    private static final List<Objective> BOTH = List.of(Objective.minimize("mae"), Objective.maximize("accuracy"));
    private static final Assignment HALF = new Assignment(Map.of("x", 0.5));

    /** From the third step on they gain 0.1, 0.3 and 0.2 of the MAE, and 0.2 of the accuracy. */
    private static final List<Trial> ENDED =
            List.of(completed(0, 0.8, 0.7), completed(1, 0.9, 0.6), completed(2, 0.7, 0.5));

    @Test
    void a_trial_that_was_given_up_would_have_gained_what_others_did_on_median() {
        assertThat(Remainder.of(BOTH, ENDED).end(pruned(3, 0.6, 0.4)))
                .hasValueSatisfying(
                        losses -> assertThat(losses).containsExactly(new double[] {0.4, -0.6}, within(1e-9)));
    }

    @Test
    void nobody_knows_before_three_have_come_as_far_and_told_so() {
        assertThat(Remainder.of(BOTH, ENDED.subList(0, 2)).end(pruned(3, 0.6, 0.4)))
                .isEmpty();
        assertThat(Remainder.of(BOTH, ENDED).end(pruned(10, 0.6, 0.4))).isEmpty();
        assertThat(Remainder.of(BOTH, ENDED).end(Trial.failed(3, HALF))).isEmpty();
    }

    @Test
    void no_model_believes_in_more_than_the_best_that_was_seen() {
        var problem = new Problem(SearchSpace.of(Parameter.real("x", 0, 1)), BOTH, 1);
        var trials = Stream.concat(ENDED.stream(), Stream.of(pruned(3, 0.3, 0.1), pruned(3, 0.9, 0.6)))
                .toList();
        double[][] losses = Observations.of(problem, trials).losses();
        assertThat(losses[3]).containsExactly(new double[] {0.5, -0.3}, within(1e-9));
        assertThat(losses[4]).containsExactly(new double[] {0.7, -0.8}, within(1e-9));
    }

    private static Trial completed(int number, double before, double after) {
        return new Trial(
                number,
                HALF,
                TrialState.COMPLETED,
                List.of(new Report(3, List.of(before, 0.7)), new Report(9, List.of(after, 0.9))),
                List.of(after, 0.9));
    }

    private static Trial pruned(int step, double mae, double accuracy) {
        return Trial.pruned(9, HALF, List.of(new Report(step, List.of(mae, accuracy))));
    }
}
