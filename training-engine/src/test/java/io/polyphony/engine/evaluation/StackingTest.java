package io.polyphony.engine.evaluation;

import static io.polyphony.engine.evaluation.Predictions.regression;
import static io.polyphony.engine.evaluation.Predictions.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StackingTest {
    private static final int ROWS = 2000;
    private final SplittableRandom random = new SplittableRandom(5);
    private final double[] truth = random.doubles(ROWS, 0, 10).toArray();

    /** Of independent errors the best weights are the inverse variances: 1/1 to 1/4 is 0.8 to 0.2. */
    @Test
    void independent_errors_are_weighed_by_their_inverse_variances() {
        var stacking = Stacking.of(List.of(noisy(1), noisy(2)), "rmse");
        assertThat(stacking.weights()).containsExactly(new double[] {0.8, 0.2}, within(0.05));
        assertThat(Metrics.evaluate("rmse", stacking.judged())).isCloseTo(Math.sqrt(0.8), within(0.03));
    }

    @Test
    void a_member_that_only_adds_noise_gets_no_weight() {
        var noise = regression(truth, random.doubles(ROWS, 0, 10).toArray());
        assertThat(Stacking.of(List.of(noise, noisy(0.1)), "rmse").weights()).containsExactly(0, 1);
    }

    /** For two members the derivative along the only free weight is a line: its zero is a quotient. */
    @Test
    void squared_weights_are_those_of_the_closed_form() {
        var one = noisy(1);
        var two = noisy(1.5);
        double mean = DoubleStream.of(truth).average().orElseThrow();
        double squares = 0;
        double products = 0;
        double all = 0;
        for (int row = 0; row < ROWS; row++) {
            double difference = one.scores()[row][0] - two.scores()[row][0];
            squares += difference * difference;
            products += difference * (truth[row] - two.scores()[row][0]);
            all += (truth[row] - mean) * (truth[row] - mean);
        }
        for (double strength : new double[] {1e-4, 0.1, 10}) {
            double expected = (products / all + strength) / (squares / all + 2 * strength);
            assertThat(SquaredBlend.weights(List.of(one, two), strength))
                    .containsExactly(new double[] {expected, 1 - expected}, within(1e-4));
        }
    }

    /** Members that always say 0.9 and 0.1 make 0.7 of the rows most probable where their mean says 0.7. */
    @Test
    void probabilities_are_mixed_as_the_truth_is() {
        int[] seven = IntStream.range(0, 100).map(row -> row % 10 < 7 ? 1 : 0).toArray();
        var high = scores(seven, same(0.9, 100));
        var low = scores(seven, same(0.1, 100));
        assertThat(LikelihoodBlend.weights(List.of(high, low), 0))
                .containsExactly(new double[] {0.75, 0.25}, within(1e-3));
        assertThat(LikelihoodBlend.weights(List.of(high, low), 1e6))
                .containsExactly(new double[] {0.5, 0.5}, within(1e-3));
    }

    @Test
    void labels_are_judged_one_by_one() {
        var scores = new float[40][];
        var wrong = new float[40][];
        var labels = new float[80];
        for (int row = 0; row < 40; row++) {
            labels[2 * row] = row % 2;
            labels[2 * row + 1] = 1 - row % 2;
            scores[row] = new float[] {0.1f + 0.8f * (row % 2), 0.9f - 0.8f * (row % 2)};
            wrong[row] = new float[] {0.5f, 0.5f};
        }
        var good = Predictions.of(TaskType.MULTILABEL, List.of("a", "b"), scores, labels);
        var bad = Predictions.of(TaskType.MULTILABEL, List.of("a", "b"), wrong, labels);
        assertThat(LikelihoodBlend.weights(List.of(bad, good), 1e-6)[1]).isGreaterThan(0.99);
    }

    @Test
    void what_is_judged_of_a_row_does_not_depend_on_its_truth() {
        var members = fewRows(truth, 12);
        var judged = Stacking.of(members, "rmse").judged();
        for (int row = 0; row < 3; row++) {
            double[] other = Arrays.copyOf(truth, ROWS);
            other[row] += 1000;
            assertThat(Stacking.of(fewRows(other, 12), "rmse").judged().scores()[row])
                    .isEqualTo(judged.scores()[row]);
        }
    }

    @Test
    void weights_fitted_to_few_rows_are_not_judged_by_them() {
        var members = fewRows(truth, 30);
        var stacking = Stacking.of(members, "rmse");
        var fitted = SquaredBlend.weights(members, 1e-4);
        double fooled = Metrics.evaluate("rmse", new Ensemble(fitted, Averaging.MEAN, 0).combined(members));
        assertThat(Metrics.evaluate("rmse", stacking.judged())).isGreaterThan(fooled);
        assertThat(DoubleStream.of(stacking.weights()).sum()).isCloseTo(1, within(1e-9));
        assertThat(DoubleStream.of(stacking.weights()).allMatch(weight -> weight >= 0))
                .isTrue();
    }

    @Test
    void one_member_is_left_alone() {
        assertThat(Stacking.of(List.of(noisy(1)), "mae").weights()).containsExactly(1);
        assertThatThrownBy(() -> Stacking.of(List.of(), "mae")).hasMessageContaining("at least one");
    }

    /** Members that know nothing of 24 rows. */
    private List<TaskPredictions> fewRows(double[] ofRows, int count) {
        var few = Arrays.copyOf(ofRows, 24);
        var members = new ArrayList<TaskPredictions>();
        for (int member = 0; member < count; member++) {
            members.add(regression(
                    few, new SplittableRandom(member).doubles(24, 0, 10).toArray()));
        }
        return members;
    }

    private TaskPredictions noisy(double deviation) {
        var own = random.split();
        return regression(
                truth,
                DoubleStream.of(truth)
                        .map(value -> value + deviation * own.nextGaussian())
                        .toArray());
    }

    private static double[] same(double value, int count) {
        var values = new double[count];
        Arrays.fill(values, value);
        return values;
    }
}
