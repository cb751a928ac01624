package io.polyphony.engine.data;

/**
 * Audio as a log-mel spectrogram: 25 ms windows every 10 ms.
 *
 * @param mels mel bands
 * @param frames most windows kept; fitting takes fewer when the train recordings are shorter
 * @param sampleRate rate in Hz to which recordings are brought
 */
public record LogMelFeatures(int mels, int frames, int sampleRate) implements FeaturizerSpec {

    public LogMelFeatures {
        FeaturizerSpec.require(mels >= 8 && mels <= 256, "mels", mels, "8 to 256");
        FeaturizerSpec.require(frames >= 8, "frames", frames, "at least 8");
        FeaturizerSpec.require(
                sampleRate >= 1_000 && sampleRate <= 48_000, "sampleRate", sampleRate, "1000 to 48000 Hz");
    }
}
