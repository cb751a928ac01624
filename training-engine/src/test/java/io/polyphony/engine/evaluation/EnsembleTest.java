package io.polyphony.engine.evaluation;

import static io.polyphony.engine.evaluation.Predictions.regression;
import static io.polyphony.engine.evaluation.Predictions.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EnsembleTest {
    private static final double[] TRUTH = {1, 2, 3, 4};

    /** Two members that err in opposite directions, the second twice as far: the mean of 2 : 1 is the truth. */
    @Test
    void finds_the_mixture_whose_errors_cancel_out() {
        var members =
                List.of(regression(TRUTH, 9, 9, 9, 9), regression(TRUTH, 2, 3, 4, 5), regression(TRUTH, -1, 0, 1, 2));
        var ensemble = Ensemble.selected(members, "mae", 10);
        assertThat(ensemble.weights()).containsExactly(new double[] {0, 2 / 3.0, 1 / 3.0}, within(1e-12));
        assertThat(ensemble.value()).isCloseTo(0, within(1e-6));
        assertThat(Metrics.evaluate("mae", ensemble.combined(members))).isCloseTo(0, within(1e-6));
    }

    /** Each member is right about three of four ratings, and wrong by much about another one: the mean is wrong about all. */
    @Test
    void ratings_are_answered_by_the_median_where_absolute_errors_count() {
        var members =
                List.of(regression(TRUTH, 5, 2, 3, 4), regression(TRUTH, 1, 5, 3, 4), regression(TRUTH, 1, 2, 5, 4));
        var ensemble = Ensemble.selected(members, "mae", 10);
        assertThat(ensemble.averaging()).isEqualTo(Averaging.MEDIAN);
        assertThat(ensemble.weights()).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
        assertThat(ensemble.value()).isZero();
        assertThat(Metrics.evaluate("mae", ensemble.combined(members))).isZero();
        assertThat(Ensemble.selected(members, "rmse", 10).averaging()).isEqualTo(Averaging.MEAN);
    }

    /** All three are right about every row; the first is the least sure, and the others err about different rows. */
    @Test
    void of_equally_right_answers_the_surest_counts() {
        var truth = new int[] {1, 1, 0, 0};
        var members = List.of(
                scores(truth, 0.6, 0.6, 0.4, 0.4),
                scores(truth, 0.55, 0.95, 0.4, 0.05),
                scores(truth, 0.95, 0.55, 0.05, 0.4));
        var ensemble = Ensemble.selected(members, "accuracy", 10);
        assertThat(ensemble.value()).isEqualTo(1);
        assertThat(ensemble.weights()).containsExactly(new double[] {0, 0.5, 0.5}, within(1e-12));
        assertThat(Metrics.evaluate("log_loss", ensemble.combined(members)))
                .isLessThan(Metrics.evaluate("log_loss", members.getFirst()));
    }

    /** As where each member is trained in folds. */
    @Test
    void a_member_of_several_networks_shares_its_weight_among_them() {
        var spread = new Ensemble(new double[] {0.25, 0.75}, Averaging.MEDIAN, 1).spread(2);
        assertThat(spread.weights()).containsExactly(0.125, 0.125, 0.375, 0.375);
        assertThat(spread.averaging()).isEqualTo(Averaging.MEDIAN);
    }

    @Test
    void a_single_good_member_is_left_alone() {
        var members = List.of(regression(TRUTH, 9, 9, 9, 9), regression(TRUTH, 1, 2, 3, 4));
        assertThat(Ensemble.selected(members, "mae", 10).weights()).containsExactly(0, 1);
    }

    @Test
    void is_never_worse_than_its_best_member() {
        var random = new SplittableRandom(4);
        var truth = random.ints(60, 0, 2).toArray();
        var members = random.longs(7)
                .mapToObj(seed -> {
                    var noise = new SplittableRandom(seed);
                    var positive = new double[truth.length];
                    for (int row = 0; row < truth.length; row++) {
                        positive[row] = Math.clamp(0.5 + 0.2 * (truth[row] - 0.5) + 0.2 * noise.nextGaussian(), 0, 1);
                    }
                    return scores(truth, positive);
                })
                .toList();
        var ensemble = Ensemble.selected(members, "roc_auc", 30);
        double best = members.stream()
                .mapToDouble(member -> Metrics.evaluate("roc_auc", member))
                .max()
                .orElseThrow();
        assertThat(ensemble.value()).isGreaterThan(best);
        assertThat(Metrics.evaluate("roc_auc", ensemble.combined(members))).isCloseTo(ensemble.value(), within(0.01));
        assertThat(ensemble.weights()).hasSize(7);
        double sum = 0;
        for (double weight : ensemble.weights()) {
            sum += weight;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void members_of_other_rows_are_refused() {
        var members = List.of(regression(TRUTH, 1, 2, 3, 4), regression(new double[] {1}, 1));
        assertThatThrownBy(() -> Ensemble.selected(members, "mae", 3)).hasMessageContaining("[4, 1]");
    }
}
