package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Sounds as from a longer or shorter throat (vocal tract length perturbation: N. Jaitly and G. Hinton, 2013), and faster or slower: what is
 * said stays, who says it does not.
 *
 * @param strength 1 stretches bands by up to 8 % and time by up to 10 %
 */
record VoiceAugmentation(int frames, int mels, double strength) implements Augmentation {
    private static final double THROAT = 0.08;
    private static final double TEMPO = 0.1;

    static VoiceAugmentation of(double strength, InputLayout layout) {
        var shape = layout.block(InputLayout.MEL).shape();
        return new VoiceAugmentation(shape[0], shape[1], strength);
    }

    @Override
    public String block() {
        return InputLayout.MEL;
    }

    @Override
    public void apply(float[] values, int offset, RandomGenerator random) {
        double bands = around(THROAT, random);
        double tempo = around(TEMPO, random);
        var source = Arrays.copyOfRange(values, offset, offset + frames * mels);
        double middle = (frames - 1) / 2.0;
        for (int frame = 0; frame < frames; frame++) {
            double moment = Math.clamp(middle + (frame - middle) * tempo, 0, frames - 1);
            for (int mel = 0; mel < mels; mel++) {
                values[offset + frame * mels + mel] = between(source, moment, Math.min(mel * bands, mels - 1));
            }
        }
    }

    private double around(double most, RandomGenerator random) {
        return 1 + most * strength * (2 * random.nextDouble() - 1);
    }

    /** What lies between four neighbours. */
    private float between(float[] source, double moment, double band) {
        int frame = (int) moment;
        int later = Math.min(frame + 1, frames - 1);
        double now = between(source, frame * mels, band);
        return (float) (now + (moment - frame) * (between(source, later * mels, band) - now));
    }

    private double between(float[] source, int row, double band) {
        int mel = (int) band;
        double low = source[row + mel];
        return low + (band - mel) * (source[row + Math.min(mel + 1, mels - 1)] - low);
    }
}
