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
}
