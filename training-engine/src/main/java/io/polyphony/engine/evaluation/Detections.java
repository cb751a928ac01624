package io.polyphony.engine.evaluation;

import io.polyphony.engine.data.Box;
import io.polyphony.engine.data.Boxes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Boxes that a network finds (Zhou 2019): cells whose probability of a class is the largest of the 3 x 3 around them, the most
 * probable first; the cell's other numbers tell where the box lies. Nothing else suppresses boxes that cover each other.
 */
public final class Detections {
    /** No picture has more of any one class, the most probable ones count; COCO's. */
    public static final int MOST = 100;

    /** From this probability on a box is shown to people. */
    public static final double SHOWN = 0.3;

    /** Less probable boxes change no metric that anybody could see. */
    private static final double LEAST = 0.01;

    /**
     * A box that was found.
     *
     * @param box in its picture's own pixels
     * @param score its probability, 0..1
     */
    public record Found(Box box, double score) {}

    private Detections() {}

    /** What is found on a row's picture, the most probable first. */
    public static List<Found> found(TaskPredictions predictions, int row) {
        var boxes = Boxes.of(predictions.task().name(), predictions.scenes());
        var scores = predictions.scores()[row];
        var found = new ArrayList<Found>();
        for (int i = 0; i < scores.length; i++) {
            int label = i % boxes.channels();
            if (label < boxes.classes().size() && scores[i] > LEAST && peak(scores, i, boxes)) {
                var scene = boxes.pictures().get(row);
                var box = box(boxes, scores, i / boxes.channels(), label)
                        .off(scene.square(boxes.size()))
                        .within(scene.width(), scene.height());
                if (box.area() > 0) {
                    found.add(new Found(box, scores[i]));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Found::score).reversed());
        return most(found);
    }

    private static List<Found> most(List<Found> found) {
        var counts = new HashMap<String, Integer>();
        return found.stream()
                .filter(one -> counts.merge(one.box().label(), 1, Integer::sum) <= MOST)
                .toList();
    }

    /** Those that people are shown. */
    public static List<Found> shown(TaskPredictions predictions, int row) {
        return found(predictions, row).stream()
                .filter(found -> found.score() >= SHOWN)
                .toList();
    }

    /** Whether no neighbour is more probable; of equal ones only the first is a peak. */
    private static boolean peak(float[] scores, int i, Boxes boxes) {
        int grid = boxes.grid();
        int cell = i / boxes.channels();
        for (int y = Math.max(0, cell / grid - 1); y <= Math.min(grid - 1, cell / grid + 1); y++) {
            for (int x = Math.max(0, cell % grid - 1); x <= Math.min(grid - 1, cell % grid + 1); x++) {
                int other = (y * grid + x) * boxes.channels() + i % boxes.channels();
                if (scores[other] > scores[i] || other < i && scores[other] == scores[i]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** On the network's square, in its pixels. */
    private static Box box(Boxes boxes, float[] scores, int cell, int label) {
        int at = cell * boxes.channels() + boxes.classes().size();
        double right = cell % boxes.grid() + scores[at];
        double below = cell / boxes.grid() + scores[at + 1];
        double wide = Math.max(0, scores[at + 2]);
        double tall = Math.max(0, scores[at + 3]);
        return new Box(
                boxes.classes().get(label),
                (right - wide / 2) * Boxes.STRIDE,
                (below - tall / 2) * Boxes.STRIDE,
                wide * Boxes.STRIDE,
                tall * Boxes.STRIDE);
    }

    /** What somebody would say who sees nothing: of every class its mean box, as probable as it has boxes per picture. */
    static float[] usual(TaskPredictions predictions) {
        var boxes = Boxes.of(predictions.task().name(), predictions.scenes());
        var means = new HashMap<String, double[]>();
        for (var scene : boxes.pictures()) {
            for (var box : scene.boxes() == null ? List.<Box>of() : scene.boxes()) {
                var placed = box.on(scene.square(boxes.size()));
                var sum = means.computeIfAbsent(box.label(), _ -> new double[5]);
                add(sum, placed);
            }
        }
        return drawn(boxes, means);
    }

    private static void add(double[] sum, Box placed) {
        sum[0]++;
        sum[1] += placed.x() + placed.width() / 2;
        sum[2] += placed.y() + placed.height() / 2;
        sum[3] += placed.width();
        sum[4] += placed.height();
    }

    private static float[] drawn(Boxes boxes, Map<String, double[]> means) {
        var scores = new float[boxes.seen()];
        means.forEach((label, sum) -> {
            var mean =
                    Arrays.stream(sum).map(part -> part / sum[0] / Boxes.STRIDE).toArray();
            int column = Math.min(boxes.grid() - 1, (int) mean[1]);
            int line = Math.min(boxes.grid() - 1, (int) mean[2]);
            int at = (line * boxes.grid() + column) * boxes.channels();
            scores[at + boxes.classes().indexOf(label)] =
                    (float) Math.min(1, sum[0] / boxes.pictures().size());
            var place = new double[] {mean[1] - column, mean[2] - line, mean[3], mean[4]};
            for (int i = 0; i < place.length; i++) {
                scores[at + boxes.classes().size() + i] = (float) place[i];
            }
        });
        return scores;
    }
}
