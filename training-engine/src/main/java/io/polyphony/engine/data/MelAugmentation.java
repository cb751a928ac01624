package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Shifts in time, plays louder or softer, and hides some frames and some bands (D. Park et al., SpecAugment, 2019).
 *
 * @param strength 1 shifts up to 8 % of the frames and hides up to 15 % of frames and bands
 * @param deviations what each band was divided by; empty where bands are as they were
 */
record MelAugmentation(int frames, int mels, double strength, float[] deviations) implements Augmentation {

    private static final double SHIFT = 0.08;
    private static final double HIDDEN = 0.15;

    /** Two decibels, in natural logarithms of the power: the same in every band, as loudness is. */
    private static final double GAIN = 0.2 * Math.log(10);

    /** A band that varies less than this is silent, or as loud in every recording: it is not moved by hundreds of deviations. */
    private static final float LEAST_DEVIATION = 1;

    static MelAugmentation of(double strength, InputLayout layout) {
        var block = layout.block(InputLayout.MEL);
        return new MelAugmentation(block.shape()[0], block.shape()[1], strength, block.deviations());
    }

    @Override
    public String block() {
        return InputLayout.MEL;
    }

    @Override
    public void apply(float[] values, int offset, RandomGenerator random) {
        shift(values, offset, (int) Math.round(SHIFT * strength * frames * (2 * random.nextDouble() - 1)));
        var gain = (float) (GAIN * strength * (2 * random.nextDouble() - 1));
        for (var i = 0; i < frames * mels; i++) {
            values[offset + i] +=
                    deviations.length == 0 ? gain : gain / Math.max(LEAST_DEVIATION, deviations[i % mels]);
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
