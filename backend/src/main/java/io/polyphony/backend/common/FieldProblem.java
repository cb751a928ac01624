package io.polyphony.backend.common;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One wrong place of a request or of an uploaded file.
 *
 * @param pointer JSON pointer into the request, such as {@code /tasks/0/target}; null where the fault is in a file
 * @param file name of the uploaded file or archive entry; null where the fault is in the request
 * @param row of that file counted from its top, a header included, while data rows are counted without
 * @param column name of the column
 * @param detail what is wrong and how to cure it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldProblem(
        @Nullable String pointer,
        @Nullable String file,
        @Nullable Long row,
        @Nullable String column,
        String detail) {
    /** A wrong member of the request. */
    public static FieldProblem at(String pointer, String detail) {
        return new FieldProblem(pointer, null, null, null, detail);
    }

    /** A wrong place in an uploaded file; row and column as far as they are known. */
    public static FieldProblem in(String file, @Nullable Long row, @Nullable String column, String detail) {
        return new FieldProblem(null, file, row, column, detail);
    }
}
