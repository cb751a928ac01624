package io.polyphony.engine.data;

/** Raw rows, column by column, before anything is fitted. Rows are numbered from 0. */
public interface Table {

    int rows();

    /**
     * The column of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    Column column(String name);

    /**
     * The ONNX file of a ready-made network, by the SHA-256 of its bytes.
     *
     * @throws IllegalArgumentException when there is none
     */
    default byte[] encoder(String content) {
        throw new IllegalArgumentException(
                "There is no network (%s) beside these rows.%nMaybe it was not uploaded.".formatted(content));
    }

    /** Whether there is a column of that name. */
    default boolean has(String name) {
        try {
            column(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
