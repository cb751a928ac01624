package io.polyphony.backend.dataset.table;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.FileSchema;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Walks the rows of a Parquet file once; whatever is wrong with it becomes a refusal. */
final class ParquetCursor implements Closeable {
    /** How long a row may take: of a damaged page the library waits for ever. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int MOST_PACKED = 512 << 20;

    private final String name;
    private final Duration patience;
    private final ParquetFileReader reader;
    private final RowReader rows;
    private long taken;

    private ParquetCursor(String name, Duration patience, ParquetFileReader reader, RowReader rows) {
        this.name = name;
        this.patience = patience;
        this.reader = reader;
        this.rows = rows;
    }

    /**
     * Stands before the first row. A file within an archive is in memory while it is read, with its packed bytes.
     *
     * @throws ImportRefused when it is damaged, or lies in an archive and is too large
     */
    static ParquetCursor open(FileSource file, Duration patience) throws IOException {
        var input = input(file);
        try {
            var reader = ParquetFileReader.open(input);
            try {
                return new ParquetCursor(file.name(), patience, reader, Patience.with(patience, reader::rowReader));
            } catch (RuntimeException damaged) {
                reader.close();
                throw damaged;
            }
        } catch (IOException | RuntimeException damaged) {
            throw damaged(file.name(), String.valueOf(damaged.getMessage()));
        }
    }

    private static InputFile input(FileSource file) throws IOException {
        var path = file.path();
        if (path.isPresent()) {
            return new ChannelFile(path.get());
        }
        try (var in = file.open()) {
            var bytes = in.readNBytes(MOST_PACKED + 1);
            if (bytes.length > MOST_PACKED) {
                throw new ImportRefused(FieldProblem.in(
                        file.name(),
                        null,
                        null,
                        "The file is larger than %d MiB, which is too much within an archive.\nMaybe upload it on its own, or in pieces."
                                .formatted(MOST_PACKED >> 20)));
            }
            return InputFile.of(ByteBuffer.wrap(bytes));
        }
    }

    private static ImportRefused damaged(String name, String why) {
        return new ImportRefused(FieldProblem.in(
                name,
                null,
                null,
                "The Parquet file cannot be read (%s).\nMaybe it is damaged; else save it as CSV or JSON Lines."
                        .formatted(why)));
    }

    FileSchema schema() {
        return reader.getFileSchema();
    }

    FileMetaData about() {
        return reader.getFileMetaData();
    }

    /** Goes to the next row. */
    boolean next() {
        try {
            boolean more = Patience.with(patience, rows::hasNext);
            if (more) {
                rows.next();
                taken++;
            } else if (taken < about().numRows()) {
                throw damaged(name, "of %d rows there are %d".formatted(about().numRows(), taken));
            }
            return more;
        } catch (ImportRefused refused) {
            throw refused;
        } catch (RuntimeException damaged) {
            throw damaged(name, String.valueOf(damaged.getMessage()));
        }
    }

    /** The present row as a line of JSON. */
    byte[] json(ParquetRow row) throws IOException {
        try {
            return row.json(taken + 1, rows);
        } catch (ImportRefused refused) {
            throw refused;
        } catch (RuntimeException damaged) {
            throw damaged(name, String.valueOf(damaged.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
        reader.close();
    }
}
