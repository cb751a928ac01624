package io.polyphony.engine.checkpoint;

/**
 * Everything that a training needs to go on bit-identically: parameters, optimizer and weighting state, best snapshot,
 * history. The bytes are self-contained and carry a version and a checksum.
 *
 * @param epoch whole epochs done
 */
public record Checkpoint(int epoch, byte[] bytes) {
    public Checkpoint {
        bytes = bytes.clone();
    }

    /** The bytes to store. */
    public byte[] toBytes() {
        return bytes.clone();
    }
}
