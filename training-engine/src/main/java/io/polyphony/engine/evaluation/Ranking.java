package io.polyphony.engine.evaluation;

import java.util.Arrays;

/** Rows ordered by a score, best first, with equal scores in one group: what ROC-AUC and average precision are made of. */
final class Ranking {

    private final long positives;
    private final long negatives;
    private final long[][] groups;
    private final float[] values;

    /**
     * @param scores one per row
     * @param positive whether the row is of the class that should score high
     */
    Ranking(float[] scores, boolean[] positive) {
        var order = descending(scores);
        var found = new long[scores.length][];
        var different = new float[scores.length];
        var count = -1;
        for (var i = 0; i < order.length; i++) {
            if (i == 0 || scores[order[i]] != scores[order[i - 1]]) {
                found[++count] = new long[2];
                different[count] = scores[order[i]];
            }
            found[count][positive[order[i]] ? 0 : 1]++;
        }
        groups = Arrays.copyOf(found, count + 1);
        values = Arrays.copyOf(different, count + 1);
        positives = Arrays.stream(groups).mapToLong(group -> group[0]).sum();
        negatives = scores.length - positives;
    }

    /** The share of pairs (positive, negative) in the right order, ties counting half (Mann-Whitney); NaN unless both kinds occur. */
    double rocAuc() {
        var right = 0.0;
        var negativesAbove = 0L;
        for (var group : groups) {
            right += group[0] * (negatives - negativesAbove - group[1] / 2.0);
            negativesAbove += group[1];
        }
        return right / ((double) positives * negatives);
    }

    /** Average precision: the precision at each threshold, weighted by the recall that it adds; NaN without positives. */
    double averagePrecision() {
        var sum = 0.0;
        var above = 0L;
        var positivesAbove = 0L;
        for (var group : groups) {
            above += group[0] + group[1];
            positivesAbove += group[0];
            sum += group[0] * ((double) positivesAbove / above);
        }
        return sum / positives;
    }

    /** Every threshold from which a score counts as positive, and what comes of it. */
    OperatingCurve curve(String name) {
        var thresholds = new double[groups.length + 1];
        var rates = new double[3][groups.length + 1];
        long hits = 0;
        long extra = 0;
        thresholds[0] = Math.nextUp(1.0);
        rates[2][0] = 1;
        for (var i = 0; i < groups.length; i++) {
            hits += groups[i][0];
            extra += groups[i][1];
            thresholds[i + 1] = values[i];
            rates[0][i + 1] = share(extra, negatives);
            rates[1][i + 1] = share(hits, positives);
            rates[2][i + 1] = share(hits, hits + extra);
        }
        return new OperatingCurve(
                        name,
                        positives,
                        negatives,
                        MetricInfo.defined(rocAuc()),
                        MetricInfo.defined(averagePrecision()),
                        thresholds,
                        rates[0],
                        rates[1],
                        rates[2])
                .thinned();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** The places of the scores, the highest first, and of equal ones the first. */
    static int[] descending(float[] scores) {
        var keys = new long[scores.length];
        for (var i = 0; i < scores.length; i++) {
            var bits = Float.floatToIntBits(-scores[i] + 0f);
            keys[i] = ((long) (bits ^ ((bits >> 31) & Integer.MAX_VALUE)) << 32) | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
