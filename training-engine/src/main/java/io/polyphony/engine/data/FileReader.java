package io.polyphony.engine.data;

import org.jspecify.annotations.Nullable;

/** Reads the files of one column. Called from one thread at a time per trial, but from several trials at once. */
@FunctionalInterface
public interface FileReader {

    /** The bytes of the row's file, or null when the row has none. */
    byte @Nullable [] read(int row);

    /** The SHA-256 of the row's file, in hexadecimal, where it is known without reading the file. */
    default @Nullable String content(int row) {
        return null;
    }

    /** Where to keep what is decoded of the files. */
    default DecodedCache decoded() {
        return DecodedCache.NONE;
    }

    /** What a person calls the row's file, for error messages; data rows are counted from 1, without a header. */
    default String name(int row) {
        return "data row " + (row + 1);
    }
}
