package io.polyphony.engine.tensor;

/** How numbers are stored. Training uses FLOAT; DOUBLE is for checking gradients. */
public enum Precision {
    FLOAT(4),
    DOUBLE(8);

    private final int bytes;

    Precision(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one number. */
    public int bytes() {
        return bytes;
    }
}
