package io.polyphony.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import java.util.List;
import java.util.Map;
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

    /** What is drawn is probable to 0.9, the rest to 0.2: below that, everything is. */
    @Test
    void a_threshold_decides_what_is_drawn() {
        var unsure = drawn(0.5, 0.5);
        assertThat(Metrics.evaluate(Metrics.IOU, unsure.decided(new Thresholds(List.of(0.15)))))
                .isCloseTo(0.5, within(1e-9));
        assertThat(Metrics.evaluate(Metrics.IOU, unsure.decided(new Thresholds(List.of(0.25)))))
                .isEqualTo(1);
        assertThat(Metrics.evaluate(Metrics.IOU, unsure.decided(new Thresholds(List.of(0.95)))))
                .isZero();
    }

    /** Of the places where nothing but the left half is drawn, the nearest to one half. */
    @Test
    void a_threshold_is_tuned_where_masks_cover_best() {
        var shy = drawn(0.5, 0.5, 0.42f, 0.2f);
        assertThat(Metrics.evaluate(Metrics.IOU, shy)).isZero();
        var tuned = Thresholds.tuned(shy, Metrics.IOU);
        assertThat(tuned).isEqualTo(new Thresholds(List.of(0.4)));
        assertThat(Metrics.evaluate(Metrics.IOU, shy.decided(tuned))).isEqualTo(1);
        assertThat(tuned.byName(TaskType.SEGMENTATION, shy.classes())).isEqualTo(Map.of("255", 0.4));
        assertThat(Thresholds.tuned(drawn(0.5, 0.5), Metrics.DICE)).isEqualTo(new Thresholds(List.of(0.5)));
    }

    @Test
    void of_more_than_two_classes_the_most_probable_is_drawn() {
        assertThat(Thresholds.names(TaskType.SEGMENTATION, List.of("0", "1", "2")))
                .isEmpty();
    }

    private static TaskPredictions drawn(double truth, double said) {
        return drawn(truth, said, 0.9f, 0.2f);
    }

    private static TaskPredictions drawn(double truth, double said, float sure, float rest) {
        var labels = Samples.masks(SIZE, 2, truth);
        var row = new float[SIZE * SIZE];
        for (int i = 0; i < row.length; i++) {
            row[i] = i % SIZE < said * SIZE ? sure : rest;
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
