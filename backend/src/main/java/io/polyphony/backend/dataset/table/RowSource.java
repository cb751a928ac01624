package io.polyphony.backend.dataset.table;

import io.polyphony.backend.dataset.Problems;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that can be walked more than once. */
public interface RowSource {
    /** The file's name, for problems. */
    String name();

    List<String> columns();

    /** How the file writes the cells of each column; what it is walked with is as programs write. */
    default List<Written> written() {
        return Collections.nCopies(columns().size(), Written.PLAIN);
    }

    /** Whether people or programs may have written NA and null for what is missing: a folder of that name is a class. */
    default boolean writesMissing() {
        return false;
    }

    /** Whether commas part the cells of the file, so that they are hardly decimal signs. */
    default boolean commaSeparated() {
        return false;
    }

    /**
     * Walks all rows; those that do not fit are reported and skipped.
     *
     * @return rows given to the sink
     * @throws io.polyphony.backend.dataset.ImportRefused when the table cannot be read on, or has no rows
     */
    long forEach(RowSink sink, Problems problems) throws IOException;

    /** Walks rows that are at hand, none of whose cells is missing, as if below a header. */
    static long giveAll(List<List<String>> rows, RowSink sink) {
        var row = 1L;
        for (var cells : rows) {
            @Nullable String[] copy = cells.toArray(String[]::new);
            sink.row(++row, copy);
        }
        return rows.size();
    }

    /** Takes a row. */
    @FunctionalInterface
    interface RowSink {
        /**
         * @param row the record's number in the file, the header being row 1 where there is one
         * @param cells one per column; null where blank. The array is reused for the next row.
         */
        void row(long row, @Nullable String[] cells);
    }
}
