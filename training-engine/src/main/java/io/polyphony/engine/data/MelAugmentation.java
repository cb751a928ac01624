package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Shifts in time, plays louder or softer, and hides some frames and some bands (D. Park et al., SpecAugment, 2019).
 *
 * @param strength 1 shifts up to 8 % of the frames and hides up to 15 % of frames and bands
 */
record MelAugmentation(int frames, int mels, double strength) implements Augmentation {

    private static final double SHIFT = 0.08;
    private static final double HIDDEN = 0.15;

    /** In deviations of a band: some 2 decibels. */
    private static final double GAIN = 0.2;

    static MelAugmentation of(double strength, InputLayout layout) {
        var shape = layout.block(InputLayout.MEL).shape();
        return new MelAugmentation(shape[0], shape[1], strength);
    }

    @Override
    public String block() {
        return InputLayout.MEL;
    }

    @Override
    public void apply(float[] values, int offset, RandomGenerator random) {
        shift(values, offset, (int) Math.round(SHIFT * strength * frames * (2 * random.nextDouble() - 1)));
        var gain = (float) (GAIN * strength * (2 * random.nextDouble() - 1));
        for (var i = offset; i < offset + frames * mels; i++) {
            values[i] += gain;
        }
        hideFrames(values, offset, random);
        hideBands(values, offset, random);
    }

    /** What enters at one end is a copy of the frame that was there: silence goes on as silence. */
    private void shift(float[] values, int offset, int by) {
        var source = Arrays.copyOfRange(values, offset, offset + frames * mels);
        for (var frame = 0; frame < frames; frame++) {
            var from = Math.clamp(frame - by, 0, frames - 1);
            System.arraycopy(source, from * mels, values, offset + frame * mels, mels);
        }
    }

    private void hideFrames(float[] values, int offset, RandomGenerator random) {
        var count = hidden(frames, random);
        var first = random.nextInt(frames - count + 1);
        Arrays.fill(values, offset + first * mels, offset + (first + count) * mels, 0);
    }

    private void hideBands(float[] values, int offset, RandomGenerator random) {
        var count = hidden(mels, random);
        var first = random.nextInt(mels - count + 1);
        for (var frame = 0; frame < frames; frame++) {
            var from = offset + frame * mels + first;
            Arrays.fill(values, from, from + count, 0);
        }
    }

    private int hidden(int of, RandomGenerator random) {
        return random.nextInt(1 + (int) Math.min(of - 1.0, HIDDEN * strength * of));
    }
}
