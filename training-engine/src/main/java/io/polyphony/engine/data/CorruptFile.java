package io.polyphony.engine.data;

/** A file of a column that cannot be decoded. */
public final class CorruptFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CorruptFile(String column, String file, String reason) {
        super("The file (%s) of the column (%s) cannot be read: %s".formatted(file, column, reason));
    }

    public CorruptFile(String column, String file, String reason, Throwable cause) {
        super("The file (%s) of the column (%s) cannot be read: %s".formatted(file, column, reason), cause);
    }
}
