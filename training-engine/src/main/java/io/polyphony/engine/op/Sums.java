package io.polyphony.engine.op;

/** Reductions with four running results: a single one would wait for each addition before the next. */
final class Sums {
    private Sums() {}

    static double sum(double[] x, int from, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        int end = from + count;
        for (; i + 3 < end; i += 4) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (; i < end; i++) {
            a += x[i];
        }
        return a + b + (c + d);
    }

    static double dot(double[] x, double[] y, int from, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        int end = from + count;
        for (; i + 3 < end; i += 4) {
            a += x[i] * y[i];
            b += x[i + 1] * y[i + 1];
            c += x[i + 2] * y[i + 2];
            d += x[i + 3] * y[i + 3];
        }
        for (; i < end; i++) {
            a += x[i] * y[i];
        }
        return a + b + (c + d);
    }

    /** Not for NaN. */
    static double max(double[] x, int from, int count) {
        double a = x[from];
        double b = a;
        double c = a;
        double d = a;
        int i = from;
        int end = from + count;
        for (; i + 3 < end; i += 4) {
            a = x[i] > a ? x[i] : a;
            b = x[i + 1] > b ? x[i + 1] : b;
            c = x[i + 2] > c ? x[i + 2] : c;
            d = x[i + 3] > d ? x[i + 3] : d;
        }
        for (; i < end; i++) {
            a = x[i] > a ? x[i] : a;
        }
        return Math.max(Math.max(a, b), Math.max(c, d));
    }
}
