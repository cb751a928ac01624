package io.polyphony.engine.evaluation;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Every class's {@link Ranking} against the rest on drawn rows: they are put in order once, and then only counted. */
final class DrawnRankings {
    private final int[] truths;
    private final int first;
    /** By class, the rows from the most probable on; those as probable as the row before them as {@code -1 - row}. */
    private final int[][] orders;

    /** Means over the classes for which they are defined; NaN if there is none. */
    record Areas(double rocAuc, double averagePrecision) {}

    /** @param truths the class of every row */
    DrawnRankings(TaskPredictions known, int[] truths) {
        this.truths = truths;
        int classes = known.classes().size();
        // Two classes are told apart by the second alone.
        first = classes == 2 ? 1 : 0;
        orders = IntStream.range(first, classes)
                .mapToObj(positive -> order(known, positive))
                .toArray(int[][]::new);
    }

    private static int[] order(TaskPredictions known, int positive) {
        var scores = new float[known.rows()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = known.scores()[row][positive];
        }
        var order = Ranking.descending(scores);
        for (int i = order.length - 1; i > 0; i--) {
            order[i] = scores[order[i]] == scores[order[i - 1]] ? -1 - order[i] : order[i];
        }
        return order;
    }

    /** @param rows drawn ones, some of them several times */
    Areas means(int[] rows) {
        var times = new int[truths.length];
        var positives = new int[first + orders.length];
        for (int row : rows) {
            times[row]++;
            positives[truths[row]]++;
        }
        var areas = IntStream.range(first, positives.length)
                .filter(positive -> positives[positive] > 0)
                .mapToObj(positive -> areas(positive, times, positives[positive], rows.length - positives[positive]))
                .toList();
        return new Areas(
                mean(areas.stream().mapToDouble(Areas::rocAuc)),
                mean(areas.stream().mapToDouble(Areas::averagePrecision)));
    }

    private static double mean(DoubleStream values) {
        return values.filter(Double::isFinite).average().orElse(Double.NaN);
    }

    /** As {@link Ranking#rocAuc} and {@link Ranking#averagePrecision}, in one walk over groups of equally probable rows. */
    private Areas areas(int positive, int[] times, long positives, long negatives) {
        var order = orders[positive - first];
        double right = 0;
        double precisions = 0;
        long above = 0;
        long negativesAbove = 0;
        for (int i = 0; i < order.length; ) {
            long hits = 0;
            long extra = 0;
            do {
                int row = order[i] < 0 ? -1 - order[i] : order[i];
                hits += truths[row] == positive ? times[row] : 0;
                extra += truths[row] == positive ? 0 : times[row];
                i++;
            } while (i < order.length && order[i] < 0);
            above += hits;
            if (hits > 0) {
                right += hits * (negatives - negativesAbove - extra / 2.0);
                precisions += hits * ((double) above / (above + negativesAbove + extra));
            }
            negativesAbove += extra;
        }
        return new Areas(right / ((double) positives * negatives), precisions / positives);
    }
}
