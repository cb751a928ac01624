package io.polyphony.engine.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.Box;
import io.polyphony.engine.data.Boxes;
import io.polyphony.engine.data.Samples;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AveragePrecisionTest {
    private static final int SIZE = 32;

    private record Said(int row, Box box, double score) {}

    /**
     * Three true boxes on two pictures. By score: right (1/1, recall 1/3), beside everything (1/2), right (2/3, recall 2/3), a
     * second one on a taken box (2/4). Precision is 1 up to recall 1/3, that is at 34 of the 101 recalls, 2/3 up to 2/3, at 33
     * more, and 0 beyond.
     */
    @Test
    void it_is_the_mean_of_the_precision_over_recalls() {
        var labels = Samples.boxes(SIZE, "a 2 2 8 8; a 20 20 8 8", "a 4 4 8 8");
        var predictions = said(
                labels,
                new Said(0, new Box("a", 2, 2, 8, 8), 0.9),
                new Said(0, new Box("a", 14, 4, 4, 4), 0.8),
                new Said(1, new Box("a", 4, 4, 8, 8), 0.7),
                new Said(0, new Box("a", 2, 9.9, 8, 0.1), 0.05),
                new Said(1, new Box("a", 6, 12, 8, 2), 0.04));
        double expected = (34 + 33 * 2.0 / 3) / 101;
        assertThat(Metrics.evaluate(Metrics.MAP_50, predictions)).isCloseTo(expected, within(1e-6));
        assertThat(Metrics.evaluate(Metrics.MAP, predictions)).isCloseTo(expected, within(1e-6));
        assertThat(Metrics.evaluate(predictions)).containsOnlyKeys("map_50", "map", "map_75");
    }

    /** A box that covers the true one by 8 x 6 / 8 x 8 = 0.75 is right at 0.5 to 0.75: six of ten covers. */
    @Test
    void a_cover_counts_as_far_as_it_goes() {
        var predictions = said(Samples.boxes(SIZE, "a 2 2 8 8"), new Said(0, new Box("a", 2, 2, 8, 6), 0.9));
        assertThat(Metrics.evaluate(predictions))
                .containsEntry("map_50", 1.0)
                .containsEntry("map_75", 1.0)
                .hasEntrySatisfying("map", value -> assertThat(value).isCloseTo(0.6, within(1e-9)));
    }

    /** Class a is found, class b is called a: 1 and 0; and a wrong b on a third picture has no say, since it comes after. */
    @Test
    void classes_count_alike() {
        var labels = Samples.boxes(SIZE, "a 2 2 8 8", "b 10 10 8 8", "[]");
        var predictions = said(
                labels,
                new Said(0, new Box("a", 2, 2, 8, 8), 0.9),
                new Said(1, new Box("a", 10, 10, 8, 8), 0.6),
                new Said(2, new Box("b", 3, 3, 8, 8), 0.5));
        assertThat(Metrics.evaluate(Metrics.MAP_50, predictions)).isCloseTo(0.5, within(1e-9));
    }

    /**
     * COCO cuts the boxes of a class on a picture, not those of a picture: 120 of class a hide no b. The only true a is what the
     * 111th of them finds, which is one too many.
     */
    @Test
    void a_hundred_boxes_count_of_each_class_on_a_picture() {
        var all = new ArrayList<Said>();
        for (int i = 0; i < 120; i++) {
            all.add(new Said(0, new Box("a", 8 * (i % 12), 8 * (i / 12), 4, 4), 0.9 - 1e-3 * i));
        }
        all.add(new Said(0, new Box("b", 80, 80, 8, 8), 0.5));
        var predictions = said(Samples.boxes(96, "b 80 80 8 8; a 16 72 4 4"), all.toArray(Said[]::new));
        assertThat(Detections.found(predictions, 0)).hasSize(101);
        assertThat(Metrics.evaluate(Metrics.MAP_50, predictions)).isEqualTo(0.5);
    }

    @Test
    void without_true_boxes_it_is_undefined_and_unknown_pictures_do_not_count() {
        var labels = Samples.boxes(SIZE, "a 2 2 8 8", null, "[]");
        var predictions =
                said(labels, new Said(0, new Box("a", 2, 2, 8, 8), 0.9), new Said(1, new Box("a", 2, 2, 8, 8), 1));
        assertThat(Metrics.evaluate(Metrics.MAP_50, predictions)).isEqualTo(1);
        assertThat(Metrics.evaluate(predictions.select(new int[] {1, 2}))).isEmpty();
    }

    @Test
    void the_usual_box_is_no_merit_and_perfection_is_one() {
        var labels = Samples.boxes(SIZE, "a 0 0 8 8", "a 20 20 8 8", "a 0 20 8 8", "a 20 0 8 8");
        var usual = said(labels).with(rows(Detections.usual(said(labels)), 4));
        assertThat(Metrics.normalised(Metrics.MAP_50, usual)).isZero();
        var perfect = said(
                labels,
                new Said(0, new Box("a", 0, 0, 8, 8), 0.9),
                new Said(1, new Box("a", 20, 20, 8, 8), 0.9),
                new Said(2, new Box("a", 0, 20, 8, 8), 0.9),
                new Said(3, new Box("a", 20, 0, 8, 8), 0.9));
        assertThat(Metrics.normalised(Metrics.MAP_50, perfect)).isEqualTo(1);
    }

    /** Pictures drawn again and again: where one of two is right, the share of right ones lies anywhere from 0 to 1. */
    @Test
    void intervals_draw_pictures() {
        var labels = Samples.boxes(SIZE, "a 2 2 8 8", "a 4 4 8 8");
        var predictions = said(labels, new Said(0, new Box("a", 2, 2, 8, 8), 0.9));
        Map<String, Bootstrap.Interval> intervals = new Bootstrap(0.95, 200, 1).intervals(predictions);
        var interval = requireNonNull(intervals.get("map_50"));
        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isEqualTo(1);
    }

    private static float[][] rows(float[] row, int count) {
        var rows = new float[count][];
        Arrays.fill(rows, row);
        return rows;
    }

    private static TaskPredictions said(TaskLabels labels, Said... all) {
        var boxes = Boxes.of(labels);
        var scores = new float[labels.rows()][boxes.seen()];
        for (var one : all) {
            double right = (one.box.x() + one.box.width() / 2) / 4;
            double below = (one.box.y() + one.box.height() / 2) / 4;
            int at = ((int) below * boxes.grid() + (int) right) * boxes.channels();
            var row = scores[one.row];
            row[at + boxes.classes().indexOf(one.box.label())] = (float) one.score;
            var place = List.of(right % 1, below % 1, one.box.width() / 4, one.box.height() / 4);
            for (int i = 0; i < 4; i++) {
                row[at + boxes.classes().size() + i] = place.get(i).floatValue();
            }
        }
        return new TaskPredictions(
                new TaskSpec("boxes", TaskType.DETECTION),
                boxes.classes(),
                scores,
                labels.values(),
                labels.mask(),
                TaskPredictions.Yardstick.NONE,
                labels.scenes());
    }
}
