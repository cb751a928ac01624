package io.polyphony.engine.optimizer;

/** Adam's running means of a vector's gradient and of its square. */
record Moments(float[] first, float[] second) {
    private static final float FIRST_DECAY = 0.9f;
    private static final float SECOND_DECAY = 0.999f;
    private static final float EPSILON = 1e-8f;

    static Moments of(int size) {
        return new Moments(new float[size], new float[size]);
    }

    /** The step's rate with both bias corrections: rate * sqrt(1 - b2^t) / (1 - b1^t). */
    static double corrected(double rate, long step) {
        return rate * Math.sqrt(1 - Math.pow(SECOND_DECAY, step)) / (1 - Math.pow(FIRST_DECAY, step));
    }

    /**
     * Moves values [at, at + count) against their gradient.
     *
     * @param scale factor on the gradient
     * @param rate corrected learning rate
     * @param kept share of the value that decay leaves
     * @param epsilonScale sqrt(1 - b2^t), so that epsilon counts as in the paper
     */
    void move(
            float[] values,
            int at,
            float[] gradient,
            int gradientAt,
            int count,
            float scale,
            float rate,
            float kept,
            float epsilonScale) {
        float epsilon = EPSILON * epsilonScale;
        for (int i = 0; i < count; i++) {
            float g = gradient[gradientAt + i] * scale;
            float m = FIRST_DECAY * first[at + i] + (1 - FIRST_DECAY) * g;
            float v = SECOND_DECAY * second[at + i] + (1 - SECOND_DECAY) * g * g;
            first[at + i] = m;
            second[at + i] = v;
            values[at + i] = kept * values[at + i] - rate * m / ((float) Math.sqrt(v) + epsilon);
        }
    }

    static float epsilonScale(long step) {
        return (float) Math.sqrt(1 - Math.pow(SECOND_DECAY, step));
    }
}
