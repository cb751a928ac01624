package io.polyphony.backend.dataset.media;

import io.polyphony.media.Sounds;
import java.io.IOException;

/** Decodes a sound completely, so that damage shows at import and not in the middle of a training. */
public final class AudioInspector {
    /** Points of the small wave form. */
    public static final int PEAKS = 120;

    private AudioInspector() {}

    /** @throws MediaFault when it is of no format that is read, damaged, or cut off */
    public static MediaFacts.Audio inspect(byte[] bytes) throws MediaFault {
        try {
            var sound = Sounds.read(bytes);
            var type = Sounds.of(bytes).orElseThrow().mediaType();
            return new MediaFacts.Audio(
                    type, sound.seconds(), sound.rate(), sound.samples().length, peaks(sound.samples()[0]));
        } catch (IOException damaged) {
            throw new MediaFault(String.valueOf(damaged.getMessage()));
        }
    }

    private static byte[] peaks(float[] samples) {
        var peaks = new byte[Math.min(PEAKS, samples.length)];
        for (var p = 0; p < peaks.length; p++) {
            var from = (int) ((long) samples.length * p / peaks.length);
            var to = (int) ((long) samples.length * (p + 1) / peaks.length);
            var loudest = 0f;
            for (var i = from; i < to; i++) {
                loudest = Math.max(loudest, Math.abs(samples[i]));
            }
            peaks[p] = (byte) Math.round(255 * Math.min(1, loudest));
        }
        return peaks;
    }
}
