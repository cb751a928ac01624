package io.polyphony.backend.dataset.table;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file, read as if each of its rows stood on a line as JSON. Its packed bytes are in memory while it is read.
 *
 * @param patience how long a row may take: of a damaged page the library waits for ever
 */
record ParquetLines(FileSource file, Duration patience) implements FileSource {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    static final TableFormat FORMAT = new TableFormat(
            List.of(".parquet", ".pq"),
            Pattern.compile("PAR1"),
            false,
            file -> JsonRows.open(new ParquetLines(file, PATIENCE)));

    private static final int MOST_PACKED = 512 << 20;

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
        byte[] bytes;
        try (var in = file.open()) {
            bytes = in.readNBytes(MOST_PACKED + 1);
        }
        if (bytes.length > MOST_PACKED) {
            throw refused(null, "The file is larger than %d MiB.\nMaybe save it as CSV.".formatted(MOST_PACKED >> 20));
        }
        try {
            return lines(ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(bytes))));
        } catch (IOException | RuntimeException damaged) {
            throw damaged(String.valueOf(damaged.getMessage()));
        }
    }

    private Lines lines(ParquetFileReader reader) throws IOException {
        try {
            return new Lines(reader, Patience.with(patience, reader::rowReader));
        } catch (RuntimeException damaged) {
            reader.close();
            throw damaged;
        }
    }

    private ImportRefused damaged(String why) {
        return refused(
                null,
                "The Parquet file cannot be read (%s).\nMaybe it is damaged; else save it as CSV or JSON Lines."
                        .formatted(why));
    }

    private ImportRefused refused(@Nullable String column, String detail) {
        return new ImportRefused(FieldProblem.in(name(), null, column, detail));
    }

    /** One line at a time is made. */
    private final class Lines extends InputStream {
        private final ParquetFileReader reader;
        private final RowReader rows;
        private final ParquetRow row;
        private byte[] line = new byte[0];
        private int at;
        private long taken;

        Lines(ParquetFileReader reader, RowReader rows) {
            this.reader = reader;
            this.rows = rows;
            this.row = new ParquetRow(name(), reader.getFileSchema());
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
            try {
                boolean more = Patience.with(patience, rows::hasNext);
                if (more) {
                    rows.next();
                    line = row.json(rows);
                    at = 0;
                    taken++;
                } else if (taken < reader.getFileMetaData().numRows()) {
                    throw damaged("of %d rows there are %d"
                            .formatted(reader.getFileMetaData().numRows(), taken));
                }
                return more;
            } catch (ImportRefused refused) {
                throw refused;
            } catch (RuntimeException damaged) {
                throw damaged(String.valueOf(damaged.getMessage()));
            }
        }

        @Override
        public void close() throws IOException {
            rows.close();
            reader.close();
        }
    }
}
