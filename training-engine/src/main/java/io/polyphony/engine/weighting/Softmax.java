package io.polyphony.engine.weighting;

/** Shares from scores. */
final class Softmax {
    private Softmax() {}

    /** Shares of the present tasks, summing to 1; the others have none. */
    static double[] of(double[] scores, boolean[] present) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int task = 0; task < scores.length; task++) {
            largest = present[task] ? Math.max(largest, scores[task]) : largest;
        }
        var shares = new double[scores.length];
        double sum = 0;
        for (int task = 0; task < scores.length; task++) {
            shares[task] = present[task] ? Math.exp(scores[task] - largest) : 0;
            sum += shares[task];
        }
        for (int task = 0; task < scores.length && sum > 0; task++) {
            shares[task] /= sum;
        }
        return shares;
    }
}
