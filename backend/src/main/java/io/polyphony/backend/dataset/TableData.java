package io.polyphony.backend.dataset;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.dataset.table.Numbers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a READY version in memory, column by column; media stay in the store until they are read. Immutable. */
public final class TableData {
    private final DatasetVersionId version;
    private final String hash;
    private final int rows;
    private final Map<String, ColumnInfo> columns = new LinkedHashMap<>();
    private final Map<String, @Nullable String[]> cells;
    private final MediaSource media;

    /** Reads a media file by the path that a cell holds. */
    @FunctionalInterface
    public interface MediaSource {
        byte[] read(String path);

        /** The SHA-256 of that file, in hexadecimal; null where it is not known without reading. */
        default @Nullable String content(String path) {
            return null;
        }

        /** An uploaded encoder's file, by the SHA-256 of its content in hexadecimal. */
        default byte[] encoder(String content) {
            throw new IllegalArgumentException("There is no uploaded encoder (%s).".formatted(content));
        }
    }

    public TableData(
            DatasetVersionId version,
            String hash,
            int rows,
            List<ColumnInfo> columns,
            Map<String, @Nullable String[]> cells,
            MediaSource media) {
        this.version = version;
        this.hash = hash;
        this.rows = rows;
        columns.forEach(column -> this.columns.put(column.name(), column));
        this.cells = cells;
        this.media = media;
    }

    public DatasetVersionId version() {
        return version;
    }

    /** The version's hash: provenance of every number computed from these rows. */
    public String hash() {
        return hash;
    }

    public int rows() {
        return rows;
    }

    /** All columns of the version, whether loaded or not, in the order of the file. */
    public List<ColumnInfo> columns() {
        return List.copyOf(columns.values());
    }

    /** @throws IllegalArgumentException when the version has no such column */
    public ColumnInfo column(String name) {
        var column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(
                    "The dataset has no column (%s), only %s.".formatted(name, columns.keySet()));
        }
        return column;
    }

    /** The cells as numbers; NaN where missing or no number. A new array. */
    public double[] numbers(String column) {
        return Arrays.stream(texts(column)).mapToDouble(Numbers::parse).toArray();
    }

    /** The cells as they were written; null where missing. Of media columns: the paths. Not to be changed. */
    public @Nullable String[] texts(String column) {
        var texts = cells.get(column(column).name());
        if (texts == null) {
            throw new IllegalArgumentException("The column (%s) was not loaded.".formatted(column));
        }
        return texts;
    }

    /** The SHA-256 of the file that a media column names in this row, in hexadecimal; null where missing or not known. */
    public @Nullable String content(String column, int row) {
        var path = texts(column)[row];
        return path == null ? null : media.content(path);
    }

    /** An uploaded encoder's file, by the SHA-256 of its content in hexadecimal. */
    public byte[] encoder(String content) {
        return media.encoder(content);
    }

    /** The bytes of the file that a media column names in this row; null where missing. */
    public byte @Nullable [] file(String column, int row) {
        var path = texts(column)[row];
        return path == null ? null : media.read(path);
    }
}
