package io.polyphony.engine.data;

/**
 * Audio as a log-mel spectrogram: 25 ms windows every 10 ms; where recordings are longer, windows are further apart, so that
 * all of it is heard, if less finely.
 *
 * @param mels mel bands
 * @param frames most windows kept; fitting takes fewer when the train recordings are shorter
 * @param sampleRate rate in Hz to which recordings are brought
 */
public record LogMelFeatures(int mels, int frames, int sampleRate) implements FeaturizerSpec {
    private static final double LEAST_HOP = 0.010;
    private static final double MOST_HOP = 0.040;
    /** So many windows tell a recording of a few seconds apart from others. */
    private static final int ENOUGH = 200;

    public LogMelFeatures {
        FeaturizerSpec.require(mels >= 8 && mels <= 256, "mels", mels, "8 to 256");
        FeaturizerSpec.require(frames >= 8, "frames", frames, "at least 8");
        FeaturizerSpec.require(
                sampleRate >= 1_000 && sampleRate <= 48_000, "sampleRate", sampleRate, "1000 to 48000 Hz");
    }

    /** Seconds from one window to the next for recordings of that many: 0.01 up to two seconds, 0.04 from eight on. */
    public static double hop(double seconds) {
        return Math.clamp(seconds / ENOUGH, LEAST_HOP, MOST_HOP);
    }
}
