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
