package io.polyphony.engine.evaluation;

import static io.polyphony.engine.evaluation.Predictions.regression;
import static io.polyphony.engine.evaluation.Predictions.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AveragingTest {

    @Test
    void means_are_weighted() {
        assertThat(Averaging.MEAN.of(new double[] {1, 5, 3}, new double[] {0.5, 0.25, 0.25}))
                .isCloseTo(2.5, within(1e-12));
    }

    @Test
    void medians_are_where_half_of_the_weight_lies_on_either_side() {
        var values = new double[] {7, 1, 5};
        assertThat(Averaging.MEDIAN.of(values, new double[] {0.3, 0.4, 0.3})).isEqualTo(5);
        assertThat(Averaging.MEDIAN.of(values, new double[] {0.2, 0.6, 0.2})).isEqualTo(1);
        assertThat(Averaging.MEDIAN.of(values, new double[] {0.3, 0.5, 0.2})).isEqualTo(3);
        assertThat(Averaging.MEDIAN.of(values, new double[] {0, 0.5, 0.5})).isEqualTo(3);
        assertThat(Averaging.MEDIAN.of(values, new double[] {1, 0, 0})).isEqualTo(7);
    }

    /** The definition: no other answer has a smaller weighted sum of distances. */
    @Test
    void no_answer_has_a_smaller_weighted_absolute_error_than_the_median() {
        var random = new SplittableRandom(3);
        for (int trial = 0; trial < 200; trial++) {
            int count = 1 + random.nextInt(9);
            var values = random.doubles(count, -5, 5).toArray();
            var weights = random.doubles(count, 0, 1).toArray();
            double sum = IntStream.range(0, count).mapToDouble(i -> weights[i]).sum();
            IntStream.range(0, count).forEach(i -> weights[i] /= sum);
            double reached = error(values, weights, Averaging.MEDIAN.of(values, weights));
            for (double other : values) {
                assertThat(reached).isLessThanOrEqualTo(error(values, weights, other) + 1e-12);
            }
        }
    }

    private static double error(double[] values, double[] weights, double answer) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> weights[i] * Math.abs(values[i] - answer))
                .sum();
    }

    @Test
    void folds_of_few_exact_values_answer_by_medians_where_absolute_errors_count() {
        var stars = new double[] {1, 2, 3, 4, 5, 5, 5, 5, 5, 5};
        var exact = regression(stars, 2.2, 2.9, 3.6, 4.4, 4.9, 5, 5, 4.2, 4.8, 4.6);
        var near = regression(stars, 1.1, 2.1, 3.1, 4.1, 4.9, 4.9, 4.8, 4.9, 4.9, 4.9);
        assertThat(Averaging.ofFolds(exact, "mae")).isEqualTo(Averaging.MEDIAN);
        assertThat(Averaging.ofFolds(exact, "rmse")).isEqualTo(Averaging.MEAN);
        assertThat(Averaging.ofFolds(near, "mae")).isEqualTo(Averaging.MEAN);
        assertThat(Averaging.ofFolds(scores(new int[] {0, 1}, 0, 1), "mae")).isEqualTo(Averaging.MEAN);
    }

    /** Trying one vote more costs no sorting, and says what the median of all says. */
    @Test
    void a_tally_says_what_the_equally_weighted_average_of_all_votes_says() {
        var random = new SplittableRandom(8);
        var truth = new double[30];
        for (var averaging : Averaging.values()) {
            var votes = IntStream.range(0, 7)
                    .mapToObj(_ -> regression(
                            truth, random.ints(30, 0, 6).asDoubleStream().toArray()))
                    .toList();
            var tally = Tally.of(averaging, votes.getFirst());
            for (int count = 1; count <= votes.size(); count++) {
                var some = votes.subList(0, count);
                var weights = IntStream.range(0, count)
                        .mapToDouble(_ -> 1.0 / some.size())
                        .toArray();
                var expected = new Ensemble(weights, averaging, Double.NaN).combined(some);
                var said = tally.with(some.getLast());
                for (int row = 0; row < truth.length; row++) {
                    assertThat(said.scores()[row][0]).isCloseTo(expected.scores()[row][0], within(1e-6f));
                }
                tally.add(some.getLast());
            }
        }
    }
}
