package io.polyphony.hpo.sampler;

import java.util.Arrays;

/** Losses on a common scale. */
final class Unit {

    private Unit() {}

    /** Every objective's finite losses mapped to [0, 1]; 0 where all are equal. */
    static double[][] of(double[][] losses) {
        int width = losses.length == 0 ? 0 : losses[0].length;
        double[][] scaled = Arrays.stream(losses).map(double[]::clone).toArray(double[][]::new);
        for (int k = 0; k < width; k++) {
            int objective = k;
            var range = Arrays.stream(losses)
                    .mapToDouble(loss -> loss[objective])
                    .filter(Double::isFinite)
                    .summaryStatistics();
            double span = range.getMax() - range.getMin();
            for (double[] loss : scaled) {
                loss[k] = span > 0 ? (loss[k] - range.getMin()) / span : 0;
            }
        }
        return scaled;
    }
}
