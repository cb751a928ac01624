package io.polyphony.engine.weighting;

import java.util.stream.IntStream;

/** Gradients in the plane and in space, to test with. */
final class Gradients {
    private Gradients() {}

    static double[][] gram(double[]... gradients) {
        var gram = new double[gradients.length][gradients.length];
        for (int i = 0; i < gram.length; i++) {
            for (int j = 0; j < gram.length; j++) {
                gram[i][j] = dot(gradients[i], gradients[j]);
            }
        }
        return gram;
    }

    static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    static double[] sum(double[] coefficients, double[]... gradients) {
        var sum = new double[gradients[0].length];
        for (int k = 0; k < gradients.length; k++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += coefficients[k] * gradients[k][i];
            }
        }
        return sum;
    }
}
