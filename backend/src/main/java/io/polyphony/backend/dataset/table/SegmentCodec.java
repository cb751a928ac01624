package io.polyphony.backend.dataset.table;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a run of rows: gzip over {@code magic, rows, columns} and then, column by column, each cell as its length
 * in UTF-8 bytes (-1 = missing) and those bytes. Cells stay text, so that a corrected modality needs no second import; columns
 * lie together, which compresses well and lets a reader decode only those it wants.
 */
public final class SegmentCodec {
    private static final int MAGIC = 0x504F4C31;

    private SegmentCodec() {}

    /** Encodes columns of equal length. */
    public static byte[] encode(List<@Nullable String[]> columns) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(bytes), 1 << 15))) {
            out.writeInt(MAGIC);
            out.writeInt(columns.isEmpty() ? 0 : columns.getFirst().length);
            out.writeInt(columns.size());
            for (var column : columns) {
                writeColumn(out, column);
            }
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return bytes.toByteArray();
    }

    /**
     * Decodes the columns at these positions; the others come back as null.
     *
     * @param wanted by position, as long as the segment has columns
     */
    public static @Nullable String[] @Nullable [] decode(InputStream stored, boolean[] wanted) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stored, 1 << 15), 1 << 16))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(
                        "The stored table is not in a known form. Maybe a newer version of the program wrote it.");
            }
            var rows = in.readInt();
            var columns = new @Nullable String[in.readInt()] @Nullable [];
            for (var i = 0; i < columns.length; i++) {
                columns[i] = wanted[i] ? readColumn(in, rows) : skipColumn(in, rows);
            }
            return columns;
        }
    }

    private static void writeColumn(DataOutputStream out, @Nullable String[] column) throws IOException {
        for (var cell : column) {
            if (cell == null) {
                out.writeInt(-1);
            } else {
                var bytes = cell.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        }
    }

    private static @Nullable String[] readColumn(DataInputStream in, int rows) throws IOException {
        var cells = new @Nullable String[rows];
        var last = "";
        for (var i = 0; i < rows; i++) {
            var length = in.readInt();
            if (length >= 0) {
                var cell = new String(in.readNBytes(length), StandardCharsets.UTF_8);
                // Neighbours are often equal (classes, groups): share the text instead of keeping one per row.
                last = cell.equals(last) ? last : cell;
                cells[i] = last;
            }
        }
        return cells;
    }

    private static @Nullable String @Nullable [] skipColumn(DataInputStream in, int rows) throws IOException {
        for (var i = 0; i < rows; i++) {
            var length = in.readInt();
            if (length > 0) {
                in.skipNBytes(length);
            }
        }
        return null;
    }
}
