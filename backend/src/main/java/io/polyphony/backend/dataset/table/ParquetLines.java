package io.polyphony.backend.dataset.table;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Parquet file, read as if each of its rows stood on a line as JSON.
 *
 * @param patience how long a row may take
 */
record ParquetLines(FileSource file, Duration patience) implements FileSource {
    static final TableFormat FORMAT = new TableFormat(
            List.of(".parquet", ".pq"),
            Pattern.compile("PAR1"),
            false,
            file -> JsonRows.open(new ParquetLines(file, ParquetCursor.PATIENCE)));

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public InputStream open() throws IOException {
        return new Lines(ParquetCursor.open(file, patience));
    }

    /** One line at a time is made. */
    private final class Lines extends InputStream {
        private final ParquetCursor rows;
        private final ParquetRow row;
        private byte[] line = new byte[0];
        private int at;

        Lines(ParquetCursor rows) {
            this.rows = rows;
            this.row = ParquetRow.of(name(), rows, ParquetRow.none(name()));
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (at == line.length && !next()) {
                return -1;
            }
            int count = Math.min(length, line.length - at);
            System.arraycopy(line, at, to, offset, count);
            at += count;
            return count;
        }

        private boolean next() throws IOException {
            boolean more = rows.next();
            if (more) {
                line = rows.json(row);
                at = 0;
            }
            return more;
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
