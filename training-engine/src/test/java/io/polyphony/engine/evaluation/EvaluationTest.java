package io.polyphony.engine.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final int[] EACH = IntStream.range(0, 400).toArray();

    @Test
    void a_confusion_matrix_counts_by_truth_then_prediction() {
        var matrix = ConfusionMatrix.of(Predictions.classes(3, new int[] {0, 1, 2, 0}, new int[] {0, 2, 2, 1}));
        assertThat(matrix.counts()).isDeepEqualTo(new long[][] {{1, 1, 0}, {0, 0, 1}, {0, 0, 1}});
        assertThat(matrix.total()).isEqualTo(4);
    }

    /** 75 of 100 right: the binomial's 95 % interval is about 0.75 +- 1.96 sqrt(0.75 0.25 / 100). */
    @Test
    void the_bootstrap_agrees_with_the_binomial_and_repeats_by_seed() {
        var truth = new int[100];
        var predicted = IntStream.range(0, 100).map(i -> i % 4 == 0 ? 1 : 0).toArray();
        var predictions = Predictions.classes(2, truth, predicted);
        var bootstrap = new Bootstrap(0.95, 2_000, 7);
        var interval = requireNonNull(bootstrap.intervals(predictions).get("accuracy"));
        assertThat(interval.low()).isCloseTo(0.75 - 0.085, within(0.015));
        assertThat(interval.high()).isCloseTo(0.75 + 0.085, within(0.015));
        assertThat(bootstrap.intervals(predictions).get("accuracy")).isEqualTo(interval);
        assertThat(bootstrap.intervals(predictions)).doesNotContainKey("roc_auc");
    }

    /**
     * The mean of 400 standard normals is off by 1.96 / sqrt(400), and the paired difference of two models whose errors differ
     * by noise of deviation 0.1 by a tenth of that, however large the errors are that both share.
     */
    @Test
    void pairs_leave_what_both_get_wrong_alike_out() {
        var random = new Random(3);
        var truth = random.doubles(400, 0, 1).toArray();
        var shared = random.ints(400, 0, 2).mapToDouble(i -> 5.0 + 10 * i).toArray();
        var first = new double[400];
        var second = new double[400];
        for (int i = 0; i < 400; i++) {
            first[i] = truth[i] + shared[i] + 0.2 + 0.1 * random.nextGaussian();
            second[i] = truth[i] + shared[i];
        }
        var one = Predictions.regression(truth, first);
        var other = Predictions.regression(truth, second);
        var bootstrap = new Bootstrap(0.95, 1_000, 1);
        var alone = requireNonNull(bootstrap.intervals(one).get("mae"));
        assertThat((alone.high() - alone.low()) / 2).isCloseTo(1.96 * 5 / 20, within(0.06));
        var pair = requireNonNull(bootstrap.differences(one, other, EACH).get("mae"));
        assertThat(pair.value()).isCloseTo(0.2, within(0.02));
        assertThat((pair.high() - pair.low()) / 2).isCloseTo(1.96 * 0.1 / 20, within(0.003));
        assertThat(pair.low()).isPositive();
        assertThat(bootstrap.differences(one, one, EACH).get("mae")).isEqualTo(new Bootstrap.Difference(0, 0, 0));
        var elsewhere = Predictions.regression(new double[400], first);
        assertThatThrownBy(() -> bootstrap.differences(one, elsewhere, EACH)).hasMessageContaining("different rows");
    }

    /** Ten people who each were asked twenty times say as much as ten people who were asked once. */
    @Test
    void rows_that_belong_together_are_drawn_together() {
        var random = new Random(5);
        var people = random.doubles(10, 0, 1).toArray();
        var one = Predictions.regression(new double[10], people);
        var twenty = Predictions.regression(
                new double[200],
                IntStream.range(0, 200).mapToDouble(row -> people[row / 20]).toArray());
        var clusters = IntStream.range(0, 200).map(row -> 7 * (row / 20)).toArray();
        var bootstrap = new Bootstrap(0.95, 500, 1);
        var together = requireNonNull(bootstrap.intervals(twenty, clusters).get("mae"));
        var alone = requireNonNull(bootstrap.intervals(one).get("mae"));
        assertThat(together.low()).isCloseTo(alone.low(), within(1e-6));
        assertThat(together.high()).isCloseTo(alone.high(), within(1e-6));
        assertThat(bootstrap.intervals(twenty, new int[200]))
                .as("of a single one")
                .isEqualTo(bootstrap.intervals(twenty));
        assertThatThrownBy(() -> bootstrap.intervals(twenty, new int[10])).hasMessageContaining("200 rows, but 10");
    }

    @Test
    void the_fewer_rows_the_more_draws() {
        assertThat(Bootstrap.usual(Predictions.classes(2, new int[10], new int[10])))
                .isEqualTo(new Bootstrap(0.95, 1000, 1));
        assertThat(Bootstrap.usual(Predictions.classes(2, new int[100_000], new int[100_000]))
                        .draws())
                .isEqualTo(200);
        assertThat(Bootstrap.usual(Predictions.classes(2, new int[0], new int[0]))
                        .intervals(Predictions.classes(2, new int[0], new int[0])))
                .isEmpty();
    }

    @Test
    void residuals_fall_into_symmetric_bins() {
        var residuals = Residuals.of(Predictions.regression(new double[] {1, 1, 1, 1}, 1, 2, 0, 4));
        assertThat(residuals.mean()).isEqualTo(0.75);
        assertThat(residuals.edges()[0]).isEqualTo(-3);
        assertThat(residuals.edges()[residuals.counts().length]).isEqualTo(3);
        assertThat(Arrays.stream(residuals.counts()).sum()).isEqualTo(4);
        assertThat(residuals.counts()[residuals.counts().length - 1]).isEqualTo(1);
        assertThat(residuals.counts()[residuals.counts().length / 2]).isEqualTo(1);
        assertThat(residuals.predicted()).containsExactly(1, 2, 0, 4);
    }
}
