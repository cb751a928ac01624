package io.polyphony.hpo.analysis;

import java.util.Arrays;

/** Losses on a common scale. */
public final class Losses {

    private Losses() {}

    /** Every objective's finite losses mapped to [0, 1], to 0 where all are equal; infinities stay what they are. */
    public static double[][] scaled(double[][] losses) {
        double[][] scaled = Arrays.stream(losses).map(double[]::clone).toArray(double[][]::new);
        for (int k = 0; losses.length > 0 && k < losses[0].length; k++) {
            int objective = k;
            var range = Arrays.stream(losses)
                    .mapToDouble(loss -> loss[objective])
                    .filter(Double::isFinite)
                    .summaryStatistics();
            double span = range.getMax() - range.getMin();
            for (double[] loss : scaled) {
                if (Double.isFinite(loss[k])) {
                    loss[k] = span > 0 ? (loss[k] - range.getMin()) / span : 0;
                }
            }
        }
        return scaled;
    }
}
