package io.polyphony.engine.op;

import java.util.Arrays;

/**
 * Sums per channel over the blocks of a channels-last picture: per place of a block first, then half of the pixels onto the other half,
 * and so on. That keeps every loop long, and rounds less than adding one after the other.
 */
final class ChannelSums {
    private final int channels;
    private final float[] block;
    private final float[] half;

    /** @param size of a block, a multiple of the channels */
    ChannelSums(int channels, int size) {
        this.channels = channels;
        this.block = new float[size];
        this.half = new float[size];
    }

    void clear() {
        Arrays.fill(block, 0);
    }

    /** Sums by place of a block, live. */
    float[] block() {
        return block;
    }

    /** Adds up all places; the sums by place are gone then. */
    void fold() {
        for (int pixels = block.length / channels; pixels > 1; ) {
            int kept = (pixels + 1) / 2;
            int count = (pixels - kept) * channels;
            System.arraycopy(block, kept * channels, half, 0, count);
            Vectors.add(block, half, count);
            pixels = kept;
        }
    }

    /** Of a channel, after {@link #fold}. */
    double sum(int channel) {
        return block[channel];
    }
}
