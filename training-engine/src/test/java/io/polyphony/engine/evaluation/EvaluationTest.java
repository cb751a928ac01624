package io.polyphony.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationTest {

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
        var interval = Bootstrap.interval("accuracy", predictions, 0.95, 2_000, new Random(7));
        assertThat(interval.low()).isCloseTo(0.75 - 0.085, within(0.015));
        assertThat(interval.high()).isCloseTo(0.75 + 0.085, within(0.015));
        assertThat(Bootstrap.interval("accuracy", predictions, 0.95, 2_000, new Random(7)))
                .isEqualTo(interval);
        assertThat(Bootstrap.interval("roc_auc", predictions, 0.95, 10, new Random(7))
                        .low())
                .isNaN();
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
