package io.polyphony.engine.op;

import java.util.Arrays;

/** Sums per channel over the blocks of a channels-last picture: in single precision per place of a block, in double beyond. */
final class ChannelSums {
    private final int channels;
    private final float[] block;
    private final double[] sums;

    /** @param size of a block, a multiple of the channels */
    ChannelSums(int channels, int size) {
        this.channels = channels;
        this.block = new float[size];
        this.sums = new double[channels];
    }

    void clear() {
        Arrays.fill(block, 0);
    }

    /** Sums by place of a block, live. */
    float[] block() {
        return block;
    }

    /** Adds up all places. */
    void fold() {
        Arrays.fill(sums, 0);
        for (int at = 0; at < block.length; at += channels) {
            for (int c = 0; c < channels; c++) {
                sums[c] += block[at + c];
            }
        }
    }

    /** Of a channel, after {@link #fold}. */
    double sum(int channel) {
        return sums[channel];
    }
}
