package io.polyphony.engine.op;

/**
 * Hyperbolic tangent and logistic function of many single-precision numbers in place, to three units in the seventh digit:
 * a quotient of polynomials (fitted to the least relative error up to 9, where both have levelled off), so that the
 * compiler computes sixteen at a time.
 */
final class FloatCurves {
    private static final float LIMIT = 9;
    private static final float TURN = (float) (2 * Math.PI);
    /** A float of this size has no digits behind the point, so that adding it rounds. */
    private static final float ROUNDING = 3 << 22;

    private FloatCurves() {}

    static void tanh(float[] x, int count) {
        for (int i = 0; i < count; i++) {
            float v = Math.max(-LIMIT, Math.min(LIMIT, x[i]));
            float q = v * v;
            x[i] = v * above(q) / below(q);
        }
    }

    /** 1 / (1 + exp(-x)), which is (1 + tanh(x / 2)) / 2. */
    static void sigmoid(float[] x, int count) {
        for (int i = 0; i < count; i++) {
            float v = Math.max(-LIMIT, Math.min(LIMIT, 0.5f * x[i]));
            float q = v * v;
            x[i] = 0.5f + 0.5f * v * above(q) / below(q);
        }
    }

    /**
     * sin(2 pi x): the angle is brought within a quarter of a turn of 0, where Taylor's series to the eleventh power is right to
     * 6e-8. As good as single precision tells x, which must be below a million.
     */
    static void sineOfTurns(float[] x, int count) {
        for (int i = 0; i < count; i++) {
            float part = x[i] - ((x[i] + ROUNDING) - ROUNDING);
            float v = TURN * Math.max(Math.min(part, 0.5f - part), -0.5f - part);
            float q = v * v;
            float end = 1 / 362880f + q * (-1 / 39916800f);
            x[i] = v * (1 + q * (-1 / 6f + q * (1 / 120f + q * (-1 / 5040f + q * end))));
        }
    }

    private static float above(float q) {
        float end = 1.1154329e-5f + q * (-2.0225308e-8f + q * (5.2779867e-11f + q * -8.4888043e-14f));
        return 1 + q * (0.13084012f + q * (0.0031039582f + q * end));
    }

    private static float below(float q) {
        return 1 + q * (0.46417338f + q * (0.024495186f + q * 0.0002546148f));
    }
}
