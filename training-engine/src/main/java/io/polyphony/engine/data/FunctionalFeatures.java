package io.polyphony.engine.data;

/**
 * Recordings of any length as {@link Functionals}: a few hundred numbers that tell how each sounds on the whole.
 *
 * @param mels mel bands
 * @param sampleRate rate in Hz to which recordings are brought
 */
public record FunctionalFeatures(int mels, int sampleRate) implements FeaturizerSpec {
    public FunctionalFeatures {
        FeaturizerSpec.require(mels >= 8 && mels <= 256, "mels", mels, "8 to 256");
        FeaturizerSpec.require(
                sampleRate >= 1_000 && sampleRate <= 48_000, "sampleRate", sampleRate, "1000 to 48000 Hz");
    }
}
