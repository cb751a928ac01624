package io.polyphony.engine.evaluation;

import static io.polyphony.engine.evaluation.Predictions.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TemperatureTest {

    /** Of rows that are all said with p, as many are right as their share: log(share / (1 - share)) / log(p / (1 - p)) is 1 / T. */
    @Test
    void what_is_said_becomes_as_probable_as_it_is() {
        for (double[] pair : new double[][] {{0.6, 0.9}, {0.97, 0.7}, {0.8, 0.8}}) {
            var rows = said(20_000, pair[0], pair[1]);
            var temperature = Temperature.fitted(rows);
            assertThat(1 / temperature.value()).isCloseTo(logit(pair[1]) / logit(pair[0]), within(0.01));
            assertThat(temperature.of(rows).scores()[0][1]).isCloseTo((float) pair[1], within(0.001f));
            assertThat(Metrics.evaluate("ece", temperature.of(rows))).isLessThan(0.001);
        }
    }

    /** The truth is drawn from the cube of what is said, made to sum to 1. */
    @Test
    void a_third_is_found_where_probabilities_were_cubed() {
        var random = new Random(5);
        var scores = new float[20_000][];
        var truth = new float[scores.length];
        for (int row = 0; row < scores.length; row++) {
            double[] weights = random.doubles(4).map(x -> 0.2 + x).toArray();
            scores[row] = normal(weights, 1);
            truth[row] = drawn(normal(weights, 3), random);
        }
        var rows = Predictions.of(TaskType.MULTICLASS, List.of("a", "b", "c", "d"), scores, truth);
        var temperature = Temperature.fitted(rows);
        assertThat(temperature.value()).isCloseTo(1 / 3.0, within(0.01));
        var scaled = temperature.of(rows);
        assertThat(Metrics.evaluate("log_loss", scaled)).isLessThan(Metrics.evaluate("log_loss", rows));
        for (int row = 0; row < 100; row++) {
            assertThat(scaled.predictedClass(row)).isEqualTo(rows.predictedClass(row));
            assertThat(scaled.scores()[row][0]
                            + scaled.scores()[row][1]
                            + scaled.scores()[row][2]
                            + scaled.scores()[row][3])
                    .isCloseTo(1, within(1e-5f));
        }
    }

    @Test
    void labels_are_scaled_each_by_itself() {
        var scores = new float[1000][];
        var truth = new float[2000];
        for (int row = 0; row < 1000; row++) {
            scores[row] = new float[] {0.6f, 0.4f};
            truth[2 * row] = row % 10 == 0 ? 0 : 1;
            truth[2 * row + 1] = row % 10 == 5 ? 1 : 0;
        }
        var rows = Predictions.of(TaskType.MULTILABEL, List.of("a", "b"), scores, truth);
        var scaled = Temperature.fitted(rows).of(rows);
        assertThat(scaled.scores()[7][0]).isCloseTo(0.9f, within(0.005f));
        assertThat(scaled.scores()[7][1]).isCloseTo(0.1f, within(0.005f));
    }

    @Test
    void few_rows_change_little_and_none_nothing() {
        assertThat(Temperature.fitted(said(4, 0.6, 1)).value()).isBetween(0.7, 1.0);
        assertThat(Temperature.fitted(said(4000, 0.6, 1)).value()).isLessThan(0.2);
        assertThat(Temperature.fitted(scores(new int[0]))).isEqualTo(Temperature.NONE);
        var rows = said(10, 0.6, 0.9);
        assertThat(Temperature.NONE.of(rows)).isSameAs(rows);
    }

    /** A network that is certain and wrong says 0 of what was right. */
    @Test
    void certainty_is_no_obstacle() {
        var rows = scores(new int[] {1, 1, 0, 1}, 0, 1, 0, 1);
        var temperature = Temperature.fitted(rows);
        assertThat(temperature.value()).isBetween(1.0, 10.0);
        for (var row : temperature.of(rows).scores()) {
            assertThat(row[1]).isStrictlyBetween(0f, 1f);
        }
    }

    @Test
    void only_classes_and_labels_have_one() {
        assertThat(Arrays.stream(TaskType.values()).filter(Temperature::fit))
                .containsExactlyInAnyOrder(TaskType.BINARY, TaskType.MULTICLASS, TaskType.MULTILABEL);
        assertThatThrownBy(() -> new Temperature(0)).hasMessageContaining("(0.0)");
        assertThatThrownBy(() -> new Temperature(Double.NaN)).hasMessageContaining("(NaN)");
    }

    /** A binary task whose positive class is said with p, and is there in that share of the rows. */
    private static TaskPredictions said(int rows, double p, double share) {
        var truth = new int[rows];
        Arrays.fill(truth, 0, (int) Math.round(rows * share), 1);
        var probabilities = new double[rows];
        Arrays.fill(probabilities, p);
        return scores(truth, probabilities);
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    private static float[] normal(double[] weights, int power) {
        double sum = Arrays.stream(weights).map(w -> Math.pow(w, power)).sum();
        var shares = new float[weights.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) (Math.pow(weights[i], power) / sum);
        }
        return shares;
    }

    private static int drawn(float[] shares, Random random) {
        double left = random.nextDouble();
        int drawn = 0;
        while (drawn < shares.length - 1 && left >= shares[drawn]) {
            left -= shares[drawn++];
        }
        return drawn;
    }
}
