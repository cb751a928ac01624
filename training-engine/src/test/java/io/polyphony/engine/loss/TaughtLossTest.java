package io.polyphony.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.TaskType;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a teacher adds to every task's loss. */
class TaughtLossTest {
    private static final int ROWS = 5;
    private static final int CLASSES = 4;
    private static final double STEP = 1.0 / 256;

    @ParameterizedTest
    @EnumSource(
            value = TaskType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SEGMENTATION", "DETECTION"})
    void gradient_agrees_with_central_differences(TaskType type) {
        var plain = plain(type);
        var loss = taught(type, plain, 3).loss(plain, labels(type), 0.7);
        var targets = targets(type, taught(type, plain, 3));
        var mask = mask(type, targets.length);
        var outputs = random(9, ROWS * plain.width(), -2, 2);
        var gradient = new float[outputs.length];
        loss.evaluate(outputs, targets, mask, gradient);
        for (int i = 0; i < outputs.length; i++) {
            double slope =
                    (moved(loss, outputs, i, STEP, targets, mask) - moved(loss, outputs, i, -STEP, targets, mask))
                            / (2 * STEP);
            assertThat((double) gradient[i]).as("%s %d", type, i).isCloseTo(slope, within(2e-4));
        }
    }

    /** A teacher who is certain of the labels says no more than these do. */
    @ParameterizedTest
    @EnumSource(
            value = TaskType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SEGMENTATION", "DETECTION"})
    void a_certain_teacher_at_temperature_one_is_a_label(TaskType type) {
        var plain = plain(type);
        var truth = truth(type);
        var soft = SoftTargets.of(type, certain(type, truth), 1);
        var outputs = random(4, ROWS * plain.width(), -2, 2);
        var ones = new float[truth.length];
        Arrays.fill(ones, 1);
        var gradient = new float[outputs.length];
        double expected = plain.evaluate(outputs, truth, ones, gradient);
        var combined = combined(truth, new float[truth.length], soft);
        var loss = soft.loss(plain, labels(type), 1);
        var other = new float[outputs.length];
        assertThat(loss.evaluate(outputs, combined[0], combined[1], other)).isCloseTo(expected, within(1e-4));
        assertThat(other).containsExactly(gradient, within(1e-5f));
    }

    /** Where the student says what the teacher does, the teacher's part has its minimum, at any temperature. */
    @ParameterizedTest
    @EnumSource(
            value = TaskType.class,
            names = {"BINARY", "MULTICLASS", "ORDINAL", "MULTILABEL", "REGRESSION", "COUNT", "FORECAST"})
    void a_student_who_answers_as_the_teacher_does_has_nothing_to_learn(TaskType type) {
        var plain = plain(type);
        var outputs = random(3, ROWS * plain.width(), -2, 2);
        var soft = SoftTargets.of(type, plain.answers(outputs, ROWS), 4);
        var combined = combined(truth(type), new float[ROWS * labels(type)], soft);
        var gradient = new float[outputs.length];
        soft.loss(plain, labels(type), 1).evaluate(outputs, combined[0], combined[1], gradient);
        assertThat(gradient).containsOnly(new float[] {0}, within(1e-4f));
    }

    /** By hand: logits ln 8 and 0 at a temperature of 3 are ln 2 and 0, probabilities 2/3 and 1/3. */
    @Test
    void a_temperature_divides_logits() {
        var soft = SoftTargets.of(TaskType.MULTICLASS, new float[][] {{8 / 9f, 1 / 9f}}, 3);
        assertThat(soft.values()).containsExactly(new float[] {2 / 3f, 1 / 3f}, within(1e-6f));
        var yes = SoftTargets.of(TaskType.BINARY, new float[][] {{1 / 9f, 8 / 9f}}, 3);
        assertThat(yes.values()).containsExactly(new float[] {2 / 3f, 1}, within(1e-6f));
    }

    @Test
    void labels_alone_are_judged_as_ever() {
        var plain = plain(TaskType.MULTICLASS);
        var loss = taught(TaskType.MULTICLASS, plain, 2).loss(plain, 1, 0.5);
        var outputs = random(4, ROWS * CLASSES, -2, 2);
        var mask = new float[] {1, 1, 0, 1, 1};
        var truth = truth(TaskType.MULTICLASS);
        assertThat(loss.evaluate(outputs, truth, mask, new float[outputs.length]))
                .isEqualTo(plain.evaluate(outputs, truth, mask, new float[outputs.length]));
    }

    @Test
    void a_segmentation_has_no_teacher() {
        assertThatThrownBy(() -> SoftTargets.of(TaskType.SEGMENTATION, new float[][] {{1}}, 1))
                .hasMessageContaining("Maybe prune");
    }

    private static TaskLoss plain(TaskType type) {
        return switch (type) {
            case BINARY -> new BinaryCrossEntropy(0, ClassShares.even(2));
            case MULTICLASS -> new SoftmaxCrossEntropy(0, ClassShares.even(CLASSES));
            case ORDINAL -> new Corn(ClassShares.even(CLASSES));
            case MULTILABEL -> new LabelLoss(3, 0);
            case REGRESSION -> new ValueLoss(RegressionLoss.SQUARED, 1);
            case COUNT -> new PoissonLoss();
            case FORECAST, VECTOR -> new ValueLoss(RegressionLoss.SQUARED, 3);
            case SEGMENTATION, DETECTION -> throw new IllegalArgumentException("none");
        };
    }

    private static int labels(TaskType type) {
        return type == TaskType.MULTILABEL || type == TaskType.FORECAST || type == TaskType.VECTOR ? 3 : 1;
    }

    private static SoftTargets taught(TaskType type, TaskLoss plain, double temperature) {
        return SoftTargets.of(type, plain.answers(random(5, ROWS * plain.width(), -2, 2), ROWS), temperature);
    }

    private static float[] truth(TaskType type) {
        return switch (type) {
            case BINARY -> new float[] {1, 0, 1, 1, 0};
            case MULTICLASS, ORDINAL -> new float[] {3, 0, 1, 2, 2};
            case MULTILABEL -> new float[] {1, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 1};
            case REGRESSION, COUNT -> new float[] {0.5f, 2, 1, 0, 0.1f};
            case FORECAST, VECTOR -> random(6, ROWS * 3, -1, 1);
            case SEGMENTATION, DETECTION -> throw new IllegalArgumentException("none");
        };
    }

    private static float[][] certain(TaskType type, float[] truth) {
        var said = new float[ROWS][];
        for (int row = 0; row < ROWS; row++) {
            int width = labels(type);
            if (type.isClassification()) {
                said[row] = new float[type == TaskType.BINARY ? 2 : CLASSES];
                said[row][(int) truth[row]] = 1;
            } else {
                said[row] = Arrays.copyOfRange(truth, row * width, (row + 1) * width);
            }
        }
        return said;
    }

    private static float[] targets(TaskType type, SoftTargets soft) {
        return combined(truth(type), new float[ROWS * labels(type)], soft)[0];
    }

    /** Values and mask of labels, known as far as the mask says, with the teacher's behind them. */
    private static float[][] combined(float[] truth, float[] known, SoftTargets soft) {
        int own = truth.length / ROWS;
        int width = own + soft.width();
        var values = new float[ROWS * width];
        var mask = new float[values.length];
        for (int row = 0; row < ROWS; row++) {
            System.arraycopy(truth, row * own, values, row * width, own);
            System.arraycopy(known, row * own, mask, row * width, own);
            System.arraycopy(soft.values(), row * soft.width(), values, row * width + own, soft.width());
            Arrays.fill(mask, row * width + own, (row + 1) * width, 1);
        }
        return new float[][] {values, mask};
    }

    /** The second row has no label, the third counts half, as mixed rows do. */
    private static float[] mask(TaskType type, int length) {
        int width = length / ROWS;
        var mask = new float[length];
        Arrays.fill(mask, 1);
        Arrays.fill(mask, width, width + labels(type), 0);
        Arrays.fill(mask, 2 * width, 3 * width, 0.5f);
        return mask;
    }

    private static double moved(TaskLoss loss, float[] outputs, int at, double step, float[] targets, float[] mask) {
        var changed = outputs.clone();
        changed[at] += (float) step;
        return loss.evaluate(changed, targets, mask, new float[outputs.length]);
    }

    private static float[] random(long seed, int count, double low, double high) {
        var random = new SplittableRandom(seed);
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(low, high);
        }
        return values;
    }
}
