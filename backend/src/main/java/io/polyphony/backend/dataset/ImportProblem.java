package io.polyphony.backend.dataset;

import org.jspecify.annotations.Nullable;

/**
 * Why an upload was refused, as exactly as is known.
 *
 * @param file the file within the upload, or the upload itself
 * @param row 1-based record of the file as a spreadsheet numbers it: the header is row 1
 * @param column the column's name, or its 1-based number where it has no name
 * @param detail what is wrong, with the value, and a likely cure
 */
public record ImportProblem(
        String file, @Nullable Long row, @Nullable String column, String detail) {

    /** A problem of a whole file. */
    public static ImportProblem of(String file, String detail) {
        return new ImportProblem(file, null, null, detail);
    }

    /** A problem of one cell. */
    public static ImportProblem at(String file, long row, @Nullable String column, String detail) {
        return new ImportProblem(file, row, column, detail);
    }
}
