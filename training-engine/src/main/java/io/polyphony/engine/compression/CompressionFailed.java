package io.polyphony.engine.compression;

/** A model could not be made smaller; the message says why. */
public final class CompressionFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CompressionFailed(String message) {
        super(message);
    }
}
