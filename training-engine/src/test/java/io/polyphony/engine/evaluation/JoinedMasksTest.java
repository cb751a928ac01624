package io.polyphony.engine.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.Mask;
import io.polyphony.engine.data.Masks;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Folds of masks, which lie on pictures and not in a column. */
class JoinedMasksTest {
    private static final byte[] TRUTH = {0, 0, 1, 1};

    /** Two of the three pixels that are drawn or true are both: 2 of 2 in one fold, 0 of 2 in the other. */
    @Test
    void masks_of_several_folds_are_judged_together() {
        var right = fold(0.1f, 0.2f, 0.9f, 0.8f);
        var empty = fold(0.1f, 0.2f, 0.3f, 0.4f);
        assertThat(Metrics.evaluate("iou", right)).isEqualTo(1);
        assertThat(Metrics.evaluate("iou", empty)).isZero();
        var joined = requireNonNull(TaskPredictions.joined(List.of(Map.of("nuclei", right), Map.of("nuclei", empty)))
                .get("nuclei"));
        assertThat(joined.rows()).isEqualTo(2);
        assertThat(Metrics.evaluate("iou", joined)).isCloseTo(0.5, within(1e-9));
        assertThat(Masks.of("nuclei", joined.scenes()).mask(1)).isNotNull();
    }

    /** The mean of the probabilities of a pixel, which neither of both drew. */
    @Test
    void networks_draw_together_what_they_think_on_average() {
        var one = fold(0.9f, 0.2f, 0.9f, 0.4f);
        var other = fold(0.0f, 0.2f, 0.9f, 0.8f);
        var together = new Ensemble(new double[] {0.5, 0.5}, Averaging.MEAN, Double.NaN).combined(List.of(one, other));
        assertThat(together.scores()[0]).containsExactly(new float[] {0.45f, 0.2f, 0.9f, 0.6f}, within(1e-6f));
        assertThat(Metrics.evaluate("iou", together)).isEqualTo(1);
    }

    private static TaskPredictions fold(float... pixels) {
        var reader = new Masks.Reader() {
            @Override
            public Mask mask(int row) {
                return new Mask(2, 2, TRUTH);
            }

            @Override
            public int[] extent(int row) {
                return new int[] {2, 2};
            }
        };
        var masks = new Masks(2, 2, new byte[][] {{0, 0, (byte) 250, (byte) 250}}, reader, new int[] {0});
        return new TaskPredictions(
                new TaskSpec("nuclei", TaskType.SEGMENTATION),
                List.of("0", "255"),
                new float[][] {pixels},
                new float[1],
                new float[] {1},
                TaskPredictions.Yardstick.NONE,
                masks);
    }
}
