package io.polyphony.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentsTest {
    private static final int SIZE = 8;

    /** The mask has the left half, two rows of it; drawn are the left three quarters. */
    @Test
    void overlaps_are_counted_picture_by_picture() {
        var predictions = drawn(0.5, 0.75);
        assertThat(Metrics.evaluate(Metrics.IOU, predictions)).isCloseTo(0.5 / 0.75, within(1e-9));
        assertThat(Metrics.evaluate(Metrics.DICE, predictions)).isCloseTo(1.0 / 1.25, within(1e-9));
        assertThat(Metrics.evaluate(Metrics.PIXEL_ACCURACY, predictions)).isCloseTo(0.75, within(1e-9));
        assertThat(Metrics.evaluate(predictions)).containsOnlyKeys("iou", "dice", "pixel_accuracy");
    }

    @Test
    void a_foreground_that_is_neither_there_nor_drawn_is_right() {
        assertThat(Metrics.evaluate(Metrics.IOU, drawn(0, 0))).isEqualTo(1);
        assertThat(Metrics.evaluate(Metrics.IOU, drawn(0, 0.5))).isZero();
    }

    @Test
    void everything_foreground_is_no_merit() {
        assertThat(Metrics.normalised(Metrics.IOU, drawn(0.5, 1))).isCloseTo(0, within(1e-9));
        assertThat(Metrics.normalised(Metrics.IOU, drawn(0.5, 0.5))).isEqualTo(1);
    }

    @Test
    void a_mask_is_drawn_at_the_size_of_its_picture() {
        var mask = Segments.drawn(drawn(0.5, 0.5), 0);
        assertThat(mask.height()).isEqualTo(SIZE);
        assertThat(mask.at(0, 3)).isEqualTo(1);
        assertThat(mask.at(0, 4)).isZero();
    }

    private static TaskPredictions drawn(double truth, double said) {
        var labels = Samples.masks(SIZE, 2, truth);
        var row = new float[SIZE * SIZE];
        for (int i = 0; i < row.length; i++) {
            row[i] = i % SIZE < said * SIZE ? 0.9f : 0.2f;
        }
        return new TaskPredictions(
                new TaskSpec("mask", TaskType.SEGMENTATION),
                List.of("0", "255"),
                new float[][] {row, row},
                labels.values(),
                labels.mask(),
                TaskPredictions.Yardstick.NONE,
                labels.scenes());
    }
}
