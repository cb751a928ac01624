package io.polyphony.media;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Samples of a stream that does not say how long it is. */
final class Samples {
    private final String format;
    private float[][] samples;
    private int length;

    /** @param expected samples of each channel, as far as is known */
    Samples(String format, int channels, int expected) {
        this.format = format;
        samples = new float[channels][expected];
    }

    int length() {
        return length;
    }

    /**
     * Adds what a decoder gave: channels by turns, sixteen bits each.
     *
     * @param count numbers, a multiple of the channels
     * @throws IOException when there are more than are read
     */
    void addTurns(short[] turns, int count) throws IOException {
        int frames = count / samples.length;
        int from = room(frames);
        for (int channel = 0; channel < samples.length; channel++) {
            for (int i = 0; i < frames; i++) {
                samples[channel][from + i] = turns[i * samples.length + channel] / (float) (1 << 15);
            }
        }
    }

    /**
     * Adds what a decoder gave channel by channel.
     *
     * @param full the number that stands for 1
     * @throws IOException when there are more than are read
     */
    void add(int[][] channels, int count, double full) throws IOException {
        int from = room(count);
        for (int channel = 0; channel < samples.length; channel++) {
            for (int i = 0; i < count; i++) {
                samples[channel][from + i] = (float) (channels[channel][i] / full);
            }
        }
    }

    /**
     * Adds what a decoder gave channel by channel.
     *
     * @param begin where it begins, by channel
     * @throws IOException when there are more than are read
     */
    void add(float[][] channels, int[] begin, int count) throws IOException {
        int from = room(count);
        for (int channel = 0; channel < samples.length; channel++) {
            System.arraycopy(channels[channel], begin[channel], samples[channel], from, count);
        }
    }

    /**
     * Adds what a decoder gave channel by channel.
     *
     * @param full the number that stands for 1
     * @throws IOException when there are more than are read
     */
    void add(List<float[]> channels, int count, float full) throws IOException {
        int from = room(count);
        for (int channel = 0; channel < samples.length; channel++) {
            for (int i = 0; i < count; i++) {
                samples[channel][from + i] = channels.get(channel)[i] / full;
            }
        }
    }

    private int room(int more) throws IOException {
        int from = length;
        length += more;
        if ((long) length * samples.length > Sound.MOST_SAMPLES) {
            throw new IOException("the %s file has more samples than are read".formatted(format));
        }
        if (samples[0].length < length) {
            resize(Math.max(length, 2 * samples[0].length));
        }
        return from;
    }

    private void resize(int size) {
        for (int channel = 0; channel < samples.length; channel++) {
            samples[channel] = Arrays.copyOf(samples[channel], size);
        }
    }

    /** @throws IOException where nothing was added */
    Sound sound(int rate) throws IOException {
        return sound(rate, 0, 0);
    }

    /**
     * All but what is cut off at both ends.
     *
     * @throws IOException where nothing is left
     */
    Sound sound(int rate, int front, int behind) throws IOException {
        int to = length - behind;
        if (to <= front) {
            throw new IOException("the %s file has no samples".formatted(format));
        }
        for (int channel = 0; channel < samples.length; channel++) {
            samples[channel] = Arrays.copyOfRange(samples[channel], front, to);
        }
        return new Sound(rate, samples);
    }
}
