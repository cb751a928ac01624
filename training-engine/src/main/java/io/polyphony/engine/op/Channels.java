package io.polyphony.engine.op;

/** One number per channel, repeated over a block of many pixels, so that loops over channels-last pictures are long. */
final class Channels {
    private final int channels;
    private final float[] block;

    /** @param size of the block, a multiple of the channels */
    Channels(int channels, int size) {
        this.channels = channels;
        this.block = new float[size];
    }

    /** Sets a channel's number, for {@link #spread} to repeat. */
    void put(int channel, float number) {
        block[channel] = number;
    }

    void spread() {
        for (int at = channels; at < block.length; ) {
            int more = Math.min(at, block.length - at);
            System.arraycopy(block, 0, block, at, more);
            at += more;
        }
    }

    /** The numbers, live. */
    float[] block() {
        return block;
    }
}
