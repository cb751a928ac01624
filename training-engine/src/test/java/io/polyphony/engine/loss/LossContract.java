package io.polyphony.engine.loss;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.export.OnnxSession;
import io.polyphony.engine.export.OnnxWriter;
import io.polyphony.engine.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every loss must keep: a gradient that agrees with central differences, and rows without a label that count for nothing. */
abstract class LossContract {
    private static final int ROWS = 7;
    private static final float STEP = 1f / 256;

    abstract TaskLoss loss();

    abstract TaskType type();

    int classes() {
        return 2;
    }

    /** Targets per row. */
    int targets() {
        return 1;
    }

    @Test
    void gradient_agrees_with_central_differences() {
        var labels = labels(true);
        var outputs = outputs(1);
        var gradient = new float[outputs.length];
        loss().evaluate(outputs, labels.values(), labels.mask(), gradient);
        for (int i = 0; i < outputs.length; i++) {
            // Losses are computed in double, so only the curvature over a small step blurs the difference.
            double slope = (moved(outputs, i, STEP, labels) - moved(outputs, i, -STEP, labels)) / (2 * STEP);
            assertThat((double) gradient[i])
                    .as("d/d output %d", i)
                    .isCloseTo(slope, within(1e-5 * Math.max(1, Math.abs(slope))));
        }
    }

    @Test
    void the_slope_of_its_answers_agrees_with_central_differences() {
        var outputs = outputs(2);
        var random = new SplittableRandom(4);
        var weights = new float[loss().answer(outputs, 1).length];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = (float) random.nextDouble(-1, 1);
        }
        var slope = loss().slope(outputs, 1, weights);
        for (int i = 0; i < slope.length; i++) {
            int at = loss().width() + i;
            double difference =
                    (answered(outputs, at, TaskLoss.STEP, weights) - answered(outputs, at, -TaskLoss.STEP, weights))
                            / (2 * TaskLoss.STEP);
            assertThat((double) slope[i]).as("d/d output %d", i).isCloseTo(difference, within(2e-4));
        }
    }

    /** The weighted sum of the second row's answer after one of the outputs has moved. */
    private double answered(float[] outputs, int at, float step, float[] weights) {
        var changed = outputs.clone();
        changed[at] += step;
        var answer = loss().answer(changed, 1);
        return IntStream.range(0, answer.length)
                .mapToDouble(k -> (double) answer[k] * weights[k])
                .sum();
    }

    @Test
    void rows_without_a_label_count_for_nothing() {
        var labels = labels(true);
        var outputs = outputs(1);
        double before = loss().evaluate(outputs, labels.values(), labels.mask(), new float[outputs.length]);
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] += labels.mask()[i * targets() / loss().width()] > 0 ? 0 : 5;
        }
        assertThat(loss().evaluate(outputs, labels.values(), labels.mask(), new float[outputs.length]))
                .isEqualTo(before);
    }

    /** What lies on a picture is known or not, and nothing else. */
    @Test
    void a_label_counts_as_much_as_its_weight() {
        assumeThat(type().onPictures()).isFalse();
        var labels = labels(true);
        int targets = labels.values().length;
        var values = Arrays.copyOf(labels.values(), 2 * targets);
        var apart = new float[2 * targets];
        var together = new float[targets];
        for (int i = 0; i < targets; i++) {
            values[targets + i] = values[i];
            apart[i] = 0.75f * labels.mask()[i];
            apart[targets + i] = (i % 4) * labels.mask()[i];
            together[i] = apart[i] + apart[targets + i];
        }
        var once = outputs(1);
        var twice = Arrays.copyOf(once, 2 * once.length);
        System.arraycopy(once, 0, twice, once.length, once.length);
        var slopes = new float[twice.length];
        var sums = new float[once.length];
        assertThat(loss().evaluate(twice, values, apart, slopes))
                .isCloseTo(loss().evaluate(once, labels.values(), together, sums), within(1e-6));
        for (int i = 0; i < sums.length; i++) {
            assertThat(slopes[i] + slopes[once.length + i]).isCloseTo(sums[i], within(1e-6f));
        }
    }

    @Test
    void its_onnx_twin_gives_the_same_answers() {
        var outputs = outputs(1);
        var writer = new OnnxWriter();
        var raw = writer.input("raw", Shape.of(ROWS, loss().width()));
        var answer = loss().onnx(writer.twin(List.of(), List.of()), raw);
        writer.output("answer", answer, Shape.of(ROWS, loss().answer(outputs, 0).length));
        try (var session = new OnnxSession(writer.toBytes(Map.of()))) {
            session.put("raw", outputs, ROWS, loss().width());
            var actual = requireNonNull(session.run().get("answer"));
            var expected = loss().answers(outputs, ROWS);
            for (int i = 0; i < actual.length; i++) {
                int width = expected[0].length;
                assertThat(actual[i]).isCloseTo(expected[i / width][i % width], within(1e-6f));
            }
        }
    }

    @Test
    void no_label_at_all_is_no_loss() {
        var labels = labels(true);
        var gradient = new float[outputs(1).length];
        assertThat(loss().evaluate(outputs(1), labels.values(), new float[ROWS * targets()], gradient))
                .isZero();
        assertThat(gradient).containsOnly(0f);
    }

    @Test
    void no_constant_is_better_than_the_constant_predictor() {
        var labels = labels(false);
        double best = loss().constantLoss(labels);
        var constant = loss().constant(labels);
        var random = new SplittableRandom(5);
        for (int attempt = 0; attempt < 50; attempt++) {
            var outputs = new float[ROWS * loss().width()];
            for (int k = 0; k < loss().width(); k++) {
                float moved = constant[k] + (float) random.nextGaussian();
                for (int row = 0; row < ROWS; row++) {
                    outputs[row * loss().width() + k] = moved;
                }
            }
            assertThat(loss().evaluate(outputs, labels.values(), labels.mask(), new float[outputs.length]))
                    .isGreaterThanOrEqualTo(best - 1e-6);
        }
    }

    final TaskLabels labels(boolean gaps) {
        var values = new float[ROWS * targets()];
        var mask = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            mask[i] = gaps && i % 3 == 1 ? 0 : 1;
            values[i] = switch (type()) {
                case BINARY, MULTICLASS, ORDINAL, SEGMENTATION -> i % classes();
                case MULTILABEL -> i % 5 % 2;
                case DETECTION -> 0.25f * (i % 5);
                case REGRESSION, VECTOR, FORECAST -> 0.37f * (i % 11 - 3);
                case COUNT -> i % 4;
            };
        }
        var names = type().isClassification()
                ? IntStream.range(0, classes()).mapToObj(Integer::toString).toList()
                : List.<String>of();
        return new TaskLabels("task", type(), names, values, mask, 0, 1, targets());
    }

    final float[] outputs(long seed) {
        var random = new SplittableRandom(seed);
        var outputs = new float[ROWS * loss().width()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = (float) (1.3 * random.nextGaussian());
        }
        return outputs;
    }

    private double moved(float[] outputs, int at, float step, TaskLabels labels) {
        var changed = outputs.clone();
        changed[at] += step;
        return loss().evaluate(changed, labels.values(), labels.mask(), new float[outputs.length]);
    }
}
