package io.polyphony.engine.weighting;

/** Algebra of a few vectors of which only the inner products are known. */
final class Gram {
    private Gram() {}

    /** Inner product of vector i with the vectors' sum under these coefficients. */
    static double dot(double[][] gram, int i, double[] coefficients) {
        double sum = 0;
        for (int j = 0; j < coefficients.length; j++) {
            sum += gram[i][j] * coefficients[j];
        }
        return sum;
    }

    /** Inner products of all vectors with their sum under these coefficients. */
    static double[] times(double[][] gram, double[] coefficients) {
        var products = new double[coefficients.length];
        for (int i = 0; i < products.length; i++) {
            products[i] = dot(gram, i, coefficients);
        }
        return products;
    }

    /** Length of the vectors' sum under these coefficients. */
    static double norm(double[][] gram, double[] coefficients) {
        double square = 0;
        for (int i = 0; i < coefficients.length; i++) {
            square += coefficients[i] * dot(gram, i, coefficients);
        }
        return Math.sqrt(Math.max(0, square));
    }

    /**
     * Solves A x = b by elimination with row exchange; destroys A.
     *
     * @return numbers that are not finite where A has no inverse
     */
    static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        var x = b.clone();
        for (int column = 0; column < n; column++) {
            exchange(a, x, column, largest(a, column));
            for (int row = column + 1; row < n; row++) {
                double share = a[row][column] / a[column][column];
                for (int k = column; k < n; k++) {
                    a[row][k] -= share * a[column][k];
                }
                x[row] -= share * x[column];
            }
        }
        for (int row = n - 1; row >= 0; row--) {
            for (int k = row + 1; k < n; k++) {
                x[row] -= a[row][k] * x[k];
            }
            x[row] /= a[row][row];
        }
        return x;
    }

    private static int largest(double[][] a, int column) {
        int best = column;
        for (int row = column + 1; row < a.length; row++) {
            best = Math.abs(a[row][column]) > Math.abs(a[best][column]) ? row : best;
        }
        return best;
    }

    private static void exchange(double[][] a, double[] x, int first, int second) {
        var row = a[first];
        a[first] = a[second];
        a[second] = row;
        double number = x[first];
        x[first] = x[second];
        x[second] = number;
    }
}
