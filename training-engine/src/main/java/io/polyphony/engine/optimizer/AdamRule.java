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
    public void move(float[] values, float[] gradient, float[][] memory, int from, int to, Motion motion) {
        double root = Math.sqrt(1 - Math.pow(SECOND_DECAY, motion.step()));
        float rate = (float) (motion.rate() * root / (1 - Math.pow(FIRST_DECAY, motion.step())));
        float epsilon = EPSILON * (float) root; // So that it counts as in the paper.
        float scale = motion.scale();
        float kept = motion.kept();
        var first = memory[0];
        var second = memory[1];
        for (int i = from; i < to; i++) {
            first[i] = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * (gradient[i] * scale);
        }
        for (int i = from; i < to; i++) {
            float g = gradient[i] * scale;
            second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * g * g;
        }
        for (int i = from; i < to; i++) {
            values[i] = kept * values[i] - rate * first[i] / ((float) Math.sqrt(second[i]) + epsilon);
        }
    }
}
