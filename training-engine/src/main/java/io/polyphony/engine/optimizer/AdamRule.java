package io.polyphony.engine.optimizer;

/** Adam's running means of the gradient and of its square; both bias corrections are in the rate. */
record AdamRule() implements UpdateRule {
    private static final float FIRST_DECAY = 0.9f;
    private static final float SECOND_DECAY = 0.999f;
    private static final float EPSILON = 1e-8f;

    @Override
    public int memories() {
        return 2;
    }

    @Override
    public void move(
            float[] values, int at, float[] gradient, int gradientAt, int count, float[][] memory, Motion motion) {
        double root = Math.sqrt(1 - Math.pow(SECOND_DECAY, motion.step()));
        float rate = (float) (motion.rate() * root / (1 - Math.pow(FIRST_DECAY, motion.step())));
        float epsilon = EPSILON * (float) root; // So that it counts as in the paper.
        var first = memory[0];
        var second = memory[1];
        for (int i = 0; i < count; i++) {
            float g = gradient[gradientAt + i] * motion.scale();
            float m = FIRST_DECAY * first[at + i] + (1 - FIRST_DECAY) * g;
            float v = SECOND_DECAY * second[at + i] + (1 - SECOND_DECAY) * g * g;
            first[at + i] = m;
            second[at + i] = v;
            values[at + i] = motion.kept() * values[at + i] - rate * m / ((float) Math.sqrt(v) + epsilon);
        }
    }
}
