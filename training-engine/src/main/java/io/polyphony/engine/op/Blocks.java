package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Tensor;

/**
 * A row of numbers in blocks of one length, the last perhaps shorter: small enough for the processor's first cache, and
 * each an array of its own, as {@link Vectors} wants them.
 */
final class Blocks {
    private final int size;
    private final float[][] blocks;

    /** @param length of a block */
    Blocks(int size, int length) {
        this.size = size;
        this.blocks = new float[Math.ceilDiv(size, length)][length];
    }

    int count() {
        return blocks.length;
    }

    float[] get(int block) {
        return blocks[block];
    }

    /** How many numbers of a block count. */
    int length(int block) {
        int length = blocks[0].length;
        return Math.min(length, size - block * length);
    }

    void read(Tensor source, int offset) {
        for (int i = 0; i < blocks.length; i++) {
            source.read(offset + i * blocks[0].length, blocks[i], 0, length(i));
        }
    }

    void write(Tensor target, int offset) {
        for (int i = 0; i < blocks.length; i++) {
            target.write(offset + i * blocks[0].length, blocks[i], 0, length(i));
        }
    }
}
