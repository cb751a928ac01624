package io.polyphony.engine.evaluation;

import io.polyphony.engine.data.Box;
import io.polyphony.engine.data.Boxes;
import io.polyphony.engine.evaluation.Detections.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Mean average precision as COCO has it (Lin 2014): on every picture, boxes are taken by their score, and each is right if it
 * covers a true box of its class that no other has taken, of several the best covered; over all pictures, precision at every
 * recall is the largest from that recall on, and its mean over recalls of 0, 0.01, .., 1 is the class's average precision. The
 * mean over classes that have true boxes; NaN where none has.
 *
 * @param classes how many
 * @param pictures what was found and right on each
 */
record AveragePrecision(int classes, List<Judged> pictures) {
    static final List<Metrics.Metric> METRICS = List.of(
            Metrics.share(Metrics.MAP_50, AveragePrecision::at50),
            Metrics.share(Metrics.MAP, AveragePrecision::mean),
            Metrics.share(Metrics.MAP_75, AveragePrecision::at75));

    /** How well a true box must be covered: intersection / union from 0.5 to 0.95 by 0.05. */
    private static final double[] COVERS =
            IntStream.range(0, 10).mapToDouble(i -> 0.5 + 0.05 * i).toArray();

    private static final int RECALLS = 101;
    /** Places of 0.5 and 0.75 among the covers. */
    private static final int HALF = 0;

    private static final int THREE_QUARTERS = 5;

    /**
     * One picture.
     *
     * @param truths true boxes by class
     */
    private record Judged(int[] truths, List<Hit> hits) {}

    /** @param right whether it covers a true box well enough, by the covers */
    private record Hit(int label, double score, boolean[] right) {}

    /** Judges all pictures whose boxes are known, once. */
    static AveragePrecision of(TaskPredictions known) {
        var boxes = Boxes.of(known.task().name(), known.scenes());
        var pictures = new ArrayList<Judged>();
        for (int row = 0; row < known.rows(); row++) {
            var truth = boxes.pictures().get(row).boxes();
            pictures.add(judged(boxes.classes(), truth == null ? List.of() : truth, Detections.found(known, row)));
        }
        return new AveragePrecision(boxes.classes().size(), pictures);
    }

    static double at50(TaskPredictions known) {
        return of(known).mean(all(known.rows()), HALF, HALF + 1);
    }

    static double at75(TaskPredictions known) {
        return of(known).mean(all(known.rows()), THREE_QUARTERS, THREE_QUARTERS + 1);
    }

    static double mean(TaskPredictions known) {
        return of(known).mean(all(known.rows()), 0, COVERS.length);
    }

    /** All metrics of these pictures, by name; one may be among them several times. */
    Map<String, Double> metrics(int[] rows) {
        var metrics = new LinkedHashMap<String, Double>();
        put(metrics, Metrics.MAP_50, mean(rows, HALF, HALF + 1));
        put(metrics, Metrics.MAP, mean(rows, 0, COVERS.length));
        put(metrics, Metrics.MAP_75, mean(rows, THREE_QUARTERS, THREE_QUARTERS + 1));
        return metrics;
    }

    private static void put(Map<String, Double> metrics, String name, double value) {
        if (Double.isFinite(value)) {
            metrics.put(name, value);
        }
    }

    private static int[] all(int rows) {
        return IntStream.range(0, rows).toArray();
    }

    private static Judged judged(List<String> classes, List<Box> truth, List<Found> found) {
        var taken = new boolean[COVERS.length][truth.size()];
        var hits = new ArrayList<Hit>();
        for (var one : found) {
            var right = new boolean[COVERS.length];
            for (int cover = 0; cover < COVERS.length; cover++) {
                right[cover] = takes(one.box(), truth, taken[cover], COVERS[cover]);
            }
            hits.add(new Hit(classes.indexOf(one.box().label()), one.score(), right));
        }
        var truths = new int[classes.size()];
        truth.forEach(box -> truths[classes.indexOf(box.label())]++);
        return new Judged(truths, hits);
    }

    /** Takes the best covered true box that is still free, if it is covered well enough. */
    private static boolean takes(Box box, List<Box> truth, boolean[] taken, double least) {
        int best = -1;
        // A cover of exactly the least is enough, whatever rounding makes of it.
        double most = least - 1e-10;
        for (int i = 0; i < truth.size(); i++) {
            double cover = taken[i] || !truth.get(i).label().equals(box.label()) ? 0 : box.iou(truth.get(i));
            if (cover >= most) {
                best = i;
                most = cover;
            }
        }
        if (best >= 0) {
            taken[best] = true;
        }
        return best >= 0;
    }

    /** @param from the first of the covers to take the mean of */
    private double mean(int[] rows, int from, int to) {
        double sum = 0;
        int counted = 0;
        for (int label = 0; label < classes; label++) {
            int wanted = label;
            int truths = IntStream.of(rows)
                    .map(row -> pictures.get(row).truths()[wanted])
                    .sum();
            if (truths > 0) {
                var hits = IntStream.of(rows)
                        .boxed()
                        .flatMap(row -> pictures.get(row).hits().stream())
                        .filter(hit -> hit.label() == wanted)
                        .sorted(Comparator.comparingDouble(Hit::score).reversed())
                        .toList();
                for (int cover = from; cover < to; cover++) {
                    sum += average(hits, cover, truths) / (to - from);
                }
                counted++;
            }
        }
        return counted == 0 ? Double.NaN : sum / counted;
    }

    private static double average(List<Hit> hits, int cover, int truths) {
        var precision = new double[hits.size()];
        var recall = new double[hits.size()];
        int right = 0;
        for (int i = 0; i < precision.length; i++) {
            right += hits.get(i).right()[cover] ? 1 : 0;
            precision[i] = (double) right / (i + 1);
            recall[i] = (double) right / truths;
        }
        for (int i = precision.length - 2; i >= 0; i--) {
            precision[i] = Math.max(precision[i], precision[i + 1]);
        }
        double sum = 0;
        int at = 0;
        for (int step = 0; step < RECALLS; step++) {
            while (at < recall.length && recall[at] < step / (RECALLS - 1.0) - 1e-12) {
                at++;
            }
            sum += at < recall.length ? precision[at] : 0;
        }
        return sum / RECALLS;
    }
}
