package io.polyphony.engine.op;

/**
 * Hyperbolic tangent and logistic function of many single-precision numbers in place, to three units in the seventh digit:
 * a quotient of polynomials (fitted to the least relative error up to 9, where both have levelled off), so that the
 * compiler computes sixteen at a time.
 */
final class FloatCurves {
    private static final float LIMIT = 9;

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

    private static float above(float q) {
        float end = 1.1154329e-5f + q * (-2.0225308e-8f + q * (5.2779867e-11f + q * -8.4888043e-14f));
        return 1 + q * (0.13084012f + q * (0.0031039582f + q * end));
    }

    private static float below(float q) {
        return 1 + q * (0.46417338f + q * (0.024495186f + q * 0.0002546148f));
    }
}
