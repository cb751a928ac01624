package io.polyphony.engine.op;

/**
 * Loops over the first numbers of arrays that the compiler turns into vector instructions. For that, every array must be
 * read at the same place, and a loop must not name many: otherwise it takes ten times as long.
 */
final class Vectors {
    private Vectors() {}

    /** x += y. */
    static void add(float[] x, float[] y, int count) {
        for (int i = 0; i < count; i++) {
            x[i] += y[i];
        }
    }

    /** z = x + y. */
    static void sum(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = x[i] + y[i];
        }
    }

    /** z = x - y. */
    static void difference(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = x[i] - y[i];
        }
    }

    /** z += (x - y) w. */
    static void addCentredProduct(float[] x, float[] y, float[] w, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] += (x[i] - y[i]) * w[i];
        }
    }

    /** x *= y. */
    static void scale(float[] x, float[] y, int count) {
        for (int i = 0; i < count; i++) {
            x[i] *= y[i];
        }
    }

    /** z = x y. */
    static void product(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = x[i] * y[i];
        }
    }

    /** z += x y. */
    static void addProduct(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] += x[i] * y[i];
        }
    }

    /** z += factor x. */
    static void addScaled(float factor, float[] x, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] += factor * x[i];
        }
    }

    /** z = x (1 - y). */
    static void productWithRest(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = x[i] * (1 - y[i]);
        }
    }

    /** The way back through a logistic function: z = x y (1 - y). */
    static void sigmoidSlope(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = x[i] * y[i] * (1 - y[i]);
        }
    }

    /** The way back through a hyperbolic tangent: z = x (1 - y y). */
    static void tanhSlope(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = x[i] * (1 - y[i] * y[i]);
        }
    }

    /** z += (x - y) (x - y). */
    static void addSquares(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            float d = x[i] - y[i];
            z[i] += d * d;
        }
    }

    /** x = x y + z. */
    static void scaleAndShift(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = x[i] * y[i] + z[i];
        }
    }

    /** x = the larger of x y + z and 0. */
    static void scaleShiftAndRectify(float[] x, float[] y, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = Math.max(x[i] * y[i] + z[i], 0f);
        }
    }

    /** y = y scale + x slope + shift. */
    static void plane(float[] x, float[] slope, float[] y, float[] scale, float[] shift, int count) {
        for (int i = 0; i < count; i++) {
            y[i] = y[i] * scale[i] + (x[i] * slope[i] + shift[i]);
        }
    }

    /** y = 0 wherever x scale + shift is not above 0; without a branch, like {@link #gate}. */
    static void gateByLine(float[] x, float[] scale, float[] shift, float[] y, int count) {
        for (int i = 0; i < count; i++) {
            y[i] *= Math.min(1f, Math.max(0f, (x[i] * scale[i] + shift[i]) * Float.MAX_VALUE));
        }
    }

    /** x = the larger of x and 0. */
    static void rectify(float[] x, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = Math.max(x[i], 0f);
        }
    }

    /** y = 0 wherever x is not above 0. No branch, so that signs that nobody can foresee cost nothing. */
    static void gate(float[] x, float[] y, int count) {
        for (int i = 0; i < count; i++) {
            y[i] *= Math.min(1f, Math.max(0f, x[i] * Float.MAX_VALUE));
        }
    }

    /** x = the larger of x and y. */
    static void max(float[] x, float[] y, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = Math.max(x[i], y[i]);
        }
    }

    /**
     * z = place wherever y is as large as x, and it is never larger. No branch, like {@link #gate}, but the factor twice, so
     * that the least difference there can be is one. Where x is not finite z may be no number.
     */
    static void placeOf(float[] x, float[] y, float place, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            float other = Math.min(1f, (x[i] - y[i]) * Float.MAX_VALUE * Float.MAX_VALUE);
            z[i] = place + other * (z[i] - place);
        }
    }

    /** z = factor x. */
    static void scaled(float factor, float[] x, float[] z, int count) {
        for (int i = 0; i < count; i++) {
            z[i] = factor * x[i];
        }
    }
}
