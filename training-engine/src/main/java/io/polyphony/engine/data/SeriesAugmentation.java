package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Adds noise to a series, makes its channels larger or smaller, and hides a span of time (jitter, magnitude scaling and masking: T. Um
 * et al. 2017). Nothing moves in time, so that it suits embeddings as well. What is zero, as padding and gaps are, stays zero.
 *
 * @param strength 1 is noise of 5 % of a deviation, 10 % up or down, and up to 10 % of the steps
 */
record SeriesAugmentation(int steps, int channels, double strength) implements Augmentation {

    private static final double NOISE = 0.05;
    private static final double GAIN = 0.1;
    private static final double HIDDEN = 0.1;

    static SeriesAugmentation of(double strength, InputLayout layout) {
        var shape = layout.block(InputLayout.SERIES).shape();
        return new SeriesAugmentation(shape[0], shape[1], strength);
    }

    @Override
    public String block() {
        return InputLayout.SERIES;
    }

    @Override
    public void apply(float[] values, int offset, RandomGenerator random) {
        for (var channel = 0; channel < channels; channel++) {
            var gain = (float) Math.exp(GAIN * strength * random.nextGaussian());
            for (var i = offset + channel; i < offset + steps * channels; i += channels) {
                values[i] *= gain;
            }
        }
        for (var i = offset; i < offset + steps * channels; i++) {
            values[i] += values[i] == 0 ? 0 : (float) (NOISE * strength * random.nextGaussian());
        }
        var hidden = random.nextInt(1 + (int) Math.min(steps - 1.0, HIDDEN * strength * steps));
        var first = random.nextInt(steps - hidden + 1);
        Arrays.fill(values, offset + first * channels, offset + (first + hidden) * channels, 0);
    }
}
