package io.polyphony.backend.dataset;

import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.dataset.table.Numbers;
import io.polyphony.backend.dataset.table.SegmentCodec;
import io.polyphony.backend.upload.BlobStore;
import io.polyphony.backend.upload.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tables from their stored segments. */
@ApplicationScoped
class StoredTables implements DatasetTables {
    private final DatasetStore store;
    private final BlobStore blobs;

    StoredTables(DatasetStore store, BlobStore blobs) {
        this.store = store;
        this.blobs = blobs;
    }

    @Override
    public TableData load(DatasetVersionId version) {
        return load(version, columns(version).stream().map(ColumnInfo::name).toList());
    }

    @Override
    public TableData load(DatasetVersionId version, Collection<String> names) {
        var ready = ready(version);
        var columns = store.columns(version);
        var rows = Math.toIntExact(ready.rows());
        var wanted = new boolean[columns.size()];
        columns.forEach(c -> wanted[c.position()] = names.contains(c.name()));
        var cells = cells(version, rows, wanted);
        Map<String, @Nullable String[]> byName = new HashMap<>();
        for (var column : columns) {
            var loaded = cells[column.position()];
            if (loaded != null) {
                forgetWords(column, loaded);
                byName.put(column.name(), loaded);
            }
        }
        var hash = Optional.ofNullable(ready.hash()).orElseThrow();
        return new TableData(version, hash, rows, columns, byName, media(version, columns, names));
    }

    /** The file's NA and null stay in the store, for those who say later that they are values. */
    private static void forgetWords(ColumnInfo column, @Nullable String[] cells) {
        if (column.missingWords() == null || column.keepsWords()) {
            return;
        }
        for (var row = 0; row < cells.length; row++) {
            cells[row] = Numbers.isMissing(cells[row]) ? null : cells[row];
        }
    }

    @Override
    public List<ColumnInfo> columns(DatasetVersionId version) {
        ready(version);
        return store.columns(version);
    }

    /** Rows {@code [from, to)} of all columns as the cells were written. */
    List<List<@Nullable String>> rows(DatasetVersionId version, int columns, long from, long to) {
        var wanted = new boolean[columns];
        Arrays.fill(wanted, true);
        return store.segments(version, from, to).stream()
                .flatMap(segment -> SegmentRows.of(segment, decode(segment, wanted), from, to).stream())
                .toList();
    }

    private @Nullable String[] @Nullable [] cells(DatasetVersionId version, int rows, boolean[] wanted) {
        var cells = new @Nullable String[wanted.length] @Nullable [];
        for (var i = 0; i < wanted.length; i++) {
            cells[i] = wanted[i] ? new @Nullable String[rows] : null;
        }
        for (var segment : store.segments(version, 0, rows)) {
            var part = decode(segment, wanted);
            for (var i = 0; i < wanted.length; i++) {
                var target = cells[i];
                var source = part[i];
                if (target != null && source != null) {
                    System.arraycopy(source, 0, target, Math.toIntExact(segment.firstRow()), segment.rows());
                }
            }
        }
        return cells;
    }

    private @Nullable String[] @Nullable [] decode(SegmentRow segment, boolean[] wanted) {
        try (var in = blobs.open(segment.sha())) {
            return SegmentCodec.decode(in, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The rows from %d on cannot be read from the store.".formatted(segment.firstRow()), e);
        }
    }

    private TableData.MediaSource media(DatasetVersionId version, List<ColumnInfo> columns, Collection<String> names) {
        var any = columns.stream().anyMatch(c -> c.modality().isMedia() && names.contains(c.name()));
        Map<String, Sha256> contents = any ? store.mediaContents(version) : Map.of();
        return new StoredMedia(contents);
    }

    /** Media files of a version, by the paths that its cells hold. */
    private final class StoredMedia implements TableData.MediaSource {
        private final Map<String, Sha256> contents;

        StoredMedia(Map<String, Sha256> contents) {
            this.contents = contents;
        }

        @Override
        public byte[] read(String path) {
            return blobs.bytes(Optional.ofNullable(contents.get(path))
                    .orElseThrow(
                            () -> new IllegalArgumentException("The dataset has no media file (%s).".formatted(path))));
        }

        @Override
        public @Nullable String content(String path) {
            var sha = contents.get(path);
            return sha == null ? null : sha.hex();
        }

        @Override
        public byte[] encoder(String content) {
            return blobs.bytes(new Sha256(content));
        }
    }

    private VersionSummary ready(DatasetVersionId version) {
        return store.version(version)
                .filter(v -> v.state() == DatasetState.READY)
                .orElseThrow(() -> NotFound.of("ready dataset version", version));
    }
}
