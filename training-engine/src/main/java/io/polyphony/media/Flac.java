package io.polyphony.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jflac.FLACDecoder;

/** FLAC files (RFC 9639) to samples. */
public final class Flac {
    private static final byte[] MARK = {'f', 'L', 'a', 'C'};

    /** An hour and a half of stereo at 48 kHz: beyond this a file is a mistake or an attack, not a sample. */
    private static final long MOST_SAMPLES = 1L << 29;

    private Flac() {}

    /**
     * Decoded sound.
     *
     * @param rate samples per second and channel
     * @param samples by channel, in [-1, 1]
     */
    public record Sound(int rate, float[][] samples) {}

    /** Whether the file begins as FLAC files do. */
    public static boolean isFlac(byte[] file) {
        return file.length >= MARK.length && Arrays.equals(file, 0, MARK.length, MARK, 0, MARK.length);
    }

    /** @throws IOException when it is no FLAC file, damaged, or cut off; the message says which */
    public static Sound read(byte[] file) throws IOException {
        if (!isFlac(file)) {
            throw new IOException("it is no FLAC file");
        }
        try {
            return decoded(new FLACDecoder(new ByteArrayInputStream(file)), FlacSum.of(file));
        } catch (RuntimeException damaged) {
            throw new IOException("the FLAC file is damaged (%s)".formatted(damaged), damaged);
        }
    }

    private static Sound decoded(FLACDecoder decoder, FlacSum sum) throws IOException {
        decoder.readMetadata();
        var info = decoder.getStreamInfo();
        long total = info.getTotalSamples();
        if (total * info.getChannels() > MOST_SAMPLES) {
            throw new IOException("the FLAC file says that it has %d samples in %d channels, more than are read"
                    .formatted(total, info.getChannels()));
        }
        var samples = new float[info.getChannels()][Math.toIntExact(total)];
        double full = 1L << (info.getBitsPerSample() - 1);
        int at = 0;
        for (var frame = decoder.readNextFrame(); frame != null; frame = decoder.readNextFrame()) {
            int count = frame.header.blockSize;
            samples = grown(samples, at + count);
            var outputs = new int[samples.length][];
            for (int channel = 0; channel < samples.length; channel++) {
                outputs[channel] = decoder.getChannelData()[channel].getOutput();
                for (int i = 0; i < count; i++) {
                    samples[channel][at + i] = (float) (outputs[channel][i] / full);
                }
            }
            sum.add(outputs, count, info.getBitsPerSample());
            at += count;
        }
        requireWhole(decoder.getBadFrames() == 0 && (total == 0 || at == total) && sum.fits(), at, total);
        for (int channel = 0; channel < samples.length; channel++) {
            samples[channel] = Arrays.copyOf(samples[channel], at);
        }
        return new Sound(info.getSampleRate(), samples);
    }

    private static void requireWhole(boolean whole, int read, long total) throws IOException {
        if (!whole) {
            throw new IOException(
                    "the FLAC file is damaged or cut off: %d of %d samples can be read".formatted(read, total));
        }
        if (read == 0) {
            throw new IOException("the FLAC file has no samples");
        }
    }

    /** A stream that does not say how long it is grows as it is read. */
    private static float[][] grown(float[][] samples, int needed) throws IOException {
        if ((long) needed * samples.length > MOST_SAMPLES) {
            throw new IOException("the FLAC file has more samples than are read");
        }
        if (samples[0].length < needed) {
            int room = Math.max(needed, 2 * samples[0].length);
            for (int channel = 0; channel < samples.length; channel++) {
                samples[channel] = Arrays.copyOf(samples[channel], room);
            }
        }
        return samples;
    }
}
