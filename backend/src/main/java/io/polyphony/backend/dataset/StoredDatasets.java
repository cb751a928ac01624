package io.polyphony.backend.dataset;

import io.polyphony.backend.common.Cursor;
import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.Invalid;
import io.polyphony.backend.common.NotFound;
import io.polyphony.backend.common.Page;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.security.Access;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.Role;
import io.polyphony.backend.upload.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class StoredDatasets implements DatasetService {
    private static final int MOST_ROWS = 1_000;
    private final DatasetStore store;
    private final DatasetWrites writes;
    private final StoredTables tables;
    private final BlobStore blobs;
    private final Access access;

    StoredDatasets(DatasetStore store, DatasetWrites writes, StoredTables tables, BlobStore blobs, Access access) {
        this.store = store;
        this.writes = writes;
        this.tables = tables;
        this.blobs = blobs;
        this.access = access;
    }

    @Override
    public DatasetSummary upload(Actor actor, ProjectId project, String name, String fileName, InputStream content)
            throws IOException {
        access.require(actor, project, Role.EDITOR);
        var plainName = DatasetNames.dataset(name);
        var plainFile = DatasetNames.file(fileName);
        var source = blobs.put(content, "application/octet-stream");
        return writes.add(actor, new NewVersion(project, plainName, plainFile, source));
    }

    @Override
    public DatasetSummary upload(Actor actor, ProjectId project, String name, String fileName, Path content)
            throws IOException {
        try (var in = Files.newInputStream(content)) {
            return upload(actor, project, name, fileName, in);
        }
    }

    @Override
    public Page<DatasetSummary> list(Actor actor, @Nullable ProjectId project, PageRequest request) {
        if (project != null) {
            access.require(actor, project, Role.VIEWER);
        }
        var projects = project == null ? access.visibleProjects(actor) : Set.of(project);
        return request.page(store.list(projects, request), d -> Cursor.of(d.createdAt(), d.id()));
    }

    @Override
    public DatasetSummary get(Actor actor, DatasetId dataset) {
        var found = store.find(dataset).orElseThrow(() -> NotFound.of("dataset", dataset));
        access.require(actor, found.project(), Role.VIEWER, "dataset", dataset);
        return found;
    }

    @Override
    public List<VersionSummary> versions(Actor actor, DatasetId dataset) {
        return store.versions(get(actor, dataset).id());
    }

    @Override
    public VersionSummary version(Actor actor, DatasetVersionId version) {
        var found = store.version(version).orElseThrow(() -> NotFound.of("dataset version", version));
        access.require(actor, found.project(), Role.VIEWER, "dataset version", version);
        return found;
    }

    @Override
    public List<ColumnInfo> columns(Actor actor, DatasetVersionId version) {
        return store.columns(version(actor, version).id());
    }

    @Override
    public Preview preview(Actor actor, DatasetVersionId version, long offset, int limit) {
        if (offset < 0 || limit < 1 || limit > MOST_ROWS) {
            throw new Invalid("The rows from %d on, %d of them, cannot be shown: offset is 0 or more, limit 1 to %d."
                    .formatted(offset, limit, MOST_ROWS));
        }
        var found = version(actor, version);
        var columns = store.columns(version).stream().map(ColumnInfo::name).toList();
        var end = Math.min(found.rows(), offset + limit);
        return new Preview(columns, offset, found.rows(), tables.rows(version, columns.size(), offset, end));
    }

    @Override
    public DatasetProfile profile(Actor actor, DatasetVersionId version) {
        var found = version(actor, version);
        return Profiles.of(found, store.columns(version));
    }

    @Override
    public DatasetSummary correctColumns(Actor actor, DatasetId dataset, List<ColumnCorrection> corrections) {
        var found = get(actor, dataset);
        access.require(actor, found.project(), Role.EDITOR, "dataset", dataset);
        return writes.correct(actor, found, corrections);
    }

    @Override
    public MediaFile media(Actor actor, DatasetVersionId version, String path) {
        return media(actor, version, path, m -> new MediaFile(m.mediaType(), blobs.bytes(m.sha())));
    }

    @Override
    public MediaFile thumbnail(Actor actor, DatasetVersionId version, String path) {
        return media(actor, version, path, m -> {
            var type = m.mediaType().startsWith("image/") ? "image/png" : "application/octet-stream";
            return new MediaFile(type, blobs.bytes(m.thumbnail()));
        });
    }

    @Override
    public void delete(Actor actor, DatasetId dataset) {
        var found = get(actor, dataset);
        access.require(actor, found.project(), Role.EDITOR, "dataset", dataset);
        writes.delete(actor, found);
    }

    @Override
    public ColumnInfo requireUsableTarget(DatasetVersionId version, String column) {
        return Targets.require(tables.columns(version), column);
    }

    private MediaFile media(Actor actor, DatasetVersionId version, String path, Function<MediaRow, MediaFile> read) {
        return read.apply(
                store.media(version(actor, version).id(), path).orElseThrow(() -> NotFound.of("media file", path)));
    }
}
