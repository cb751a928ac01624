package io.polyphony.engine.evaluation;

import static io.polyphony.engine.evaluation.Predictions.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against the examples of scikit-learn's documentation: roc_curve, precision_recall_curve, calibration_curve. */
class CurvesTest {
    private static final Offset<Double> CLOSE = within(1e-6);

    @Test
    void the_documented_roc_and_precision_recall_curves() {
        var curve = OperatingCurve.of(scores(new int[] {0, 0, 1, 1}, 0.1, 0.4, 0.35, 0.8))
                .getFirst();
        assertThat(curve.name()).isEqualTo("yes");
        assertThat(curve.falsePositiveRate()).containsExactly(0, 0, 0.5, 0.5, 1);
        assertThat(curve.recall()).containsExactly(0, 0.5, 0.5, 1, 1);
        assertThat(Arrays.stream(curve.thresholds()).skip(1).toArray())
                .containsExactly(new double[] {0.8, 0.4, 0.35, 0.1}, within(1e-6));
        assertThat(curve.precision()).containsExactly(new double[] {1, 1, 0.5, 2 / 3.0, 0.5}, CLOSE);
        assertThat(curve.rocAuc()).isCloseTo(0.75, CLOSE);
        assertThat(curve.averagePrecision()).isCloseTo(5 / 6.0, CLOSE);
    }

    @Test
    void a_long_curve_keeps_its_shape_in_few_points() {
        var random = new SplittableRandom(1);
        var truth = IntStream.range(0, 5000).map(_ -> random.nextInt(2)).toArray();
        var positive = IntStream.range(0, 5000)
                .mapToDouble(i -> Math.clamp(0.3 * truth[i] + 0.7 * random.nextDouble(), 0, 1))
                .toArray();
        var curve = OperatingCurve.of(scores(truth, positive)).getFirst();
        assertThat(curve.thresholds().length).isBetween(100, 210);
        double area = 0;
        for (int i = 1; i < curve.recall().length; i++) {
            area += (curve.falsePositiveRate()[i] - curve.falsePositiveRate()[i - 1])
                    * (curve.recall()[i] + curve.recall()[i - 1])
                    / 2;
        }
        assertThat(area).isCloseTo(Metrics.evaluate("roc_auc", scores(truth, positive)), within(0.002));
        assertThat(curve.recall()[curve.recall().length - 1]).isEqualTo(1);
    }

    @Test
    void several_classes_have_a_curve_each_the_most_frequent_first() {
        var predictions = Predictions.classes(3, new int[] {0, 1, 1, 1, 0}, new int[] {0, 1, 1, 0, 0});
        assertThat(OperatingCurve.of(predictions))
                .extracting(OperatingCurve::name)
                .containsExactly("1", "0");
        assertThat(OperatingCurve.of(Predictions.regression(new double[] {1}, 1)))
                .isEmpty();
    }

    @Test
    void the_documented_calibration_curve() {
        var predictions = scores(new int[] {0, 0, 0, 0, 1, 1, 1, 1, 1}, 0.1, 0.2, 0.3, 0.4, 0.65, 0.7, 0.8, 0.9, 1.0);
        var calibration = Calibration.of(predictions, 3);
        assertThat(calibration.found()).containsExactly(new double[] {0, 0.5, 1}, CLOSE);
        assertThat(calibration.said()).containsExactly(new double[] {0.2, 0.525, 0.85}, CLOSE);
        assertThat(calibration.rows()).containsExactly(3, 2, 4);
    }

    @Test
    void labels_and_classes_are_calibrated_by_what_is_known() {
        var labels = new TaskPredictions(
                new TaskSpec("task", TaskType.MULTILABEL),
                List.of("a", "b"),
                new float[][] {{0.95f, 0.95f}, {0.95f, 0.05f}},
                new float[] {1, 0, 0, 0},
                new float[] {1, 0, 1, 1});
        var calibration = Calibration.of(labels);
        assertThat(calibration.rows()).containsExactly(1, 2);
        assertThat(calibration.found()).containsExactly(0, 0.5);
        var classes = Calibration.of(Predictions.classes(3, new int[] {0, 1}, new int[] {0, 2}));
        assertThat(classes.found()).containsExactly(0.5);
        assertThat(Calibration.of(Predictions.regression(new double[] {1}, 1)).rows())
                .isEmpty();
    }
}
