package io.polyphony.engine.data;

import java.util.random.RandomGenerator;

/**
 * Forgets single tokens; the rest weighs more, so that the expected sum stays.
 *
 * @param length tokens per row
 * @param share of tokens forgotten
 */
record TokenDropout(int length, float share) implements Augmentation {

    private static final double SHARE = 0.1;

    static TokenDropout of(double strength, InputLayout layout) {
        return new TokenDropout(layout.block(InputLayout.WEIGHTS).size(), (float) (SHARE * strength));
    }

    @Override
    public String block() {
        return InputLayout.WEIGHTS;
    }

    @Override
    public void apply(float[] values, int offset, RandomGenerator random) {
        for (var i = offset; i < offset + length; i++) {
            if (values[i] != 0) {
                values[i] = random.nextFloat() < share ? 0 : values[i] / (1 - share);
            }
        }
    }
}
