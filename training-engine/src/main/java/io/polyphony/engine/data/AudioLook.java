package io.polyphony.engine.data;

import io.polyphony.engine.data.MediaColumn.MalformedMedia;
import java.util.Arrays;
import java.util.Objects;

/**
 * How closely recordings are listened to, which follows the train recordings: a rate that they lack is not invented, and
 * windows are so far apart as the longer of them need.
 *
 * @param rate samples per second
 * @param hop seconds from one window to the next
 */
record AudioLook(int rate, int mels, double hop) {
    /** Of recordings, so many are no longer than the length that counts. */
    static final double KEPT_WHOLE = 0.9;

    private record Size(int rate, double seconds) {}

    /**
     * The usual rate of these rows' recordings, and the hop of the longer ones.
     *
     * @param mostRate where recordings have more, or there are none
     */
    static AudioLook fit(MediaColumn files, int[] rows, int mostRate, int mels) {
        var found = Arrays.stream(rows)
                .mapToObj(row -> files.decode(row, AudioLook::size))
                .filter(Objects::nonNull)
                .toList();
        var rates = found.stream().mapToInt(Size::rate).sorted().toArray();
        var seconds = found.stream().mapToDouble(Size::seconds).sorted().toArray();
        var rate = rates.length == 0 ? mostRate : Math.min(mostRate, rates[rates.length / 2]);
        var longer = seconds.length == 0 ? 0 : seconds[(int) (KEPT_WHOLE * (seconds.length - 1))];
        return new AudioLook(rate, mels, LogMelFeatures.hop(longer));
    }

    MelSpectrogram spectrogram() {
        return new MelSpectrogram(rate, mels, hop);
    }

    /** The samples of a file, at the rate. */
    float[] samples(byte[] bytes) throws MalformedMedia {
        return AudioDecoder.decode(bytes).atRate(rate).samples();
    }

    /** What tells this look from others in the names under which decoded recordings are kept; the usual hop says nothing, as in older names. */
    @Override
    public String toString() {
        var name = "%d %d".formatted(rate, mels);
        return hop == LogMelFeatures.hop(0) ? name : "%s %s".formatted(name, hop);
    }

    private static Size size(byte[] bytes) throws MalformedMedia {
        var recording = AudioDecoder.decode(bytes);
        return new Size(recording.rate(), recording.seconds());
    }
}
