package io.polyphony.engine.auxiliary;

import java.util.Arrays;

/** How far normal distributions are from the standard one: the Kullback-Leibler divergence (Kingma 2014, appendix B). */
public final class Divergence {
    private Divergence() {}

    /**
     * The sum over rows of half the sum of m^2 + exp(l) - l - 1, in nats, times a scale, and its gradient.
     *
     * @param both means m and logarithms of variances l, side by side in each row
     * @param width how many of each a row has
     * @param rows at the beginning that count
     * @param gradient overwritten
     */
    public static double evaluate(float[] both, int width, int rows, double scale, float[] gradient) {
        Arrays.fill(gradient, 0);
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            for (int i = row * 2 * width; i < row * 2 * width + width; i++) {
                double mean = both[i];
                double log = both[i + width];
                sum += (mean * mean + Math.exp(log) - log - 1) / 2;
                gradient[i] = (float) (scale * mean);
                gradient[i + width] = (float) (scale * (Math.exp(log) - 1) / 2);
            }
        }
        return scale * sum;
    }
}
