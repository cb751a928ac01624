package io.polyphony.backend.dataset.persistence;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.Cursor;
import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.persistence.Sql;
import io.polyphony.backend.common.persistence.SqlFailed;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.DatasetState;
import io.polyphony.backend.dataset.DatasetStore;
import io.polyphony.backend.dataset.DatasetSummary;
import io.polyphony.backend.dataset.MediaRow;
import io.polyphony.backend.dataset.NewVersion;
import io.polyphony.backend.dataset.SegmentRow;
import io.polyphony.backend.dataset.VersionSummary;
import io.polyphony.backend.upload.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcDatasetStore implements DatasetStore {
    static final String INSERT_COLUMN =
            "insert into dataset_column (version_id, position, name, modality, role, info) values (?, ?, ?, ?, ?, ?::jsonb)";
    private static final String DATASET = "select id, project_id, name, created_at from dataset d where ";
    private static final String NEWEST = """
            select distinct on (v.dataset_id) v.*, d.project_id
            from dataset_version v join dataset d on d.id = v.dataset_id
            where v.dataset_id = any(?) %s order by v.dataset_id, v.number desc""";
    private static final String UNCHANGED = """
            select d.id from dataset d join dataset_version v on v.dataset_id = d.id
            where d.project_id = ? and d.name = ? and v.state = 'READY' and v.source_sha = ?
              and v.number = (select max(number) from dataset_version where dataset_id = d.id)""";
    private static final String ADD_DATASET = """
            insert into dataset (id, project_id, name, created_at) values (?, ?, ?, clock_timestamp())
            on conflict (project_id, name) do update set name = excluded.name returning id""";
    private static final String ADD_VERSION = """
            insert into dataset_version (id, dataset_id, number, content_id, file_name, bytes, source_sha, source_blob, state,
                progress, stage, rate, rows, columns, hash, problems, attempts, created_at)
            select ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, 'IMPORTING', 0, 'waiting', 0, 0, 0, null, '[]', 0,
                clock_timestamp() from dataset_version where dataset_id = ?""";
    private static final String ADD_CORRECTED = """
            insert into dataset_version (id, dataset_id, number, content_id, file_name, bytes, source_sha, source_blob, state,
                progress, stage, rate, rows, columns, hash, problems, attempts, created_at)
            select ?, dataset_id, (select max(number) + 1 from dataset_version where dataset_id = v.dataset_id), content_id,
                file_name, bytes, source_sha, null, 'READY', 1, stage, 0, rows, columns, ?, '[]', 0, clock_timestamp()
            from dataset_version v where id = ?""";
    private static final String CONTENT = "content_id = (select content_id from dataset_version where id = ?)";

    private final Sql sql;

    JdbcDatasetStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<DatasetSummary> find(DatasetId dataset) {
        return summaries(sql.list(DATASET + "id = ?", Head::read, dataset)).stream()
                .findFirst();
    }

    @Override
    public Optional<DatasetSummary> unchanged(NewVersion version) {
        return sql.one(
                        UNCHANGED,
                        row -> new DatasetId(Sql.uuid(row, "id")),
                        version.project(),
                        version.name(),
                        version.source().sha().hex())
                .flatMap(this::find);
    }

    @Override
    public List<DatasetSummary> list(Collection<ProjectId> projects, PageRequest request) {
        var of = uuids(projects.stream().map(ProjectId::value).toList());
        var after = request.after();
        var heads = after.isEmpty()
                ? sql.list(
                        DATASET + "project_id = any(?) order by created_at desc, id desc limit ?",
                        Head::read,
                        of,
                        request.fetch())
                : sql.list(
                        DATASET
                                + "project_id = any(?) and (created_at, id) < (?, ?) order by created_at desc, id desc limit ?",
                        Head::read,
                        of,
                        instant(after.get()),
                        after.get().id(1),
                        request.fetch());
        return summaries(heads);
    }

    @Override
    public List<VersionSummary> versions(DatasetId dataset) {
        return sql.list(
                DatasetRows.VERSION + " where v.dataset_id = ? order by v.number desc", DatasetRows::version, dataset);
    }

    @Override
    public Optional<VersionSummary> version(DatasetVersionId version) {
        return sql.one(DatasetRows.VERSION + " where v.id = ?", DatasetRows::version, version);
    }

    @Override
    public VersionSummary add(NewVersion version) {
        // The upsert locks the dataset's row, so that two uploads of one name get different numbers.
        var dataset = sql.one(
                        ADD_DATASET, row -> Sql.uuid(row, "id"), DatasetId.next(), version.project(), version.name())
                .orElseThrow();
        var id = DatasetVersionId.next();
        var sha = version.source().sha().hex();
        sql.update(
                ADD_VERSION,
                id,
                dataset,
                id,
                version.fileName(),
                version.source().length(),
                sha,
                sha,
                dataset);
        return version(id).orElseThrow();
    }

    @Override
    public VersionSummary addCorrected(VersionSummary of, List<ColumnInfo> columns, String hash) {
        sql.one("select id from dataset where id = ? for update", row -> Sql.uuid(row, "id"), of.dataset());
        var id = DatasetVersionId.next();
        sql.update(ADD_CORRECTED, id, hash, of.id());
        sql.batch(INSERT_COLUMN, DatasetRows.columns(id, columns));
        return version(id).orElseThrow();
    }

    @Override
    public List<ColumnInfo> columns(DatasetVersionId version) {
        return sql.list(
                "select info from dataset_column where version_id = ? order by position", DatasetRows::column, version);
    }

    @Override
    public List<SegmentRow> segments(DatasetVersionId version, long from, long to) {
        return sql.list(
                "select first_row, rows, sha from dataset_segment where " + CONTENT
                        + " and first_row < ? and first_row + rows > ? order by first_row",
                row -> new SegmentRow(row.getLong("first_row"), row.getInt("rows"), new Sha256(row.getString("sha"))),
                version,
                to,
                from);
    }

    @Override
    public Optional<MediaRow> media(DatasetVersionId version, String path) {
        return sql.one(
                "select * from dataset_media where " + CONTENT + " and path = ?", DatasetRows::media, version, path);
    }

    @Override
    public Map<String, Sha256> mediaContents(DatasetVersionId version) {
        var contents = new HashMap<String, Sha256>();
        sql.list(
                "select path, sha from dataset_media where " + CONTENT,
                row -> contents.put(row.getString("path"), new Sha256(row.getString("sha"))),
                version);
        return contents;
    }

    @Override
    public void delete(DatasetId dataset) {
        try {
            sql.update("delete from dataset where id = ?", dataset);
        } catch (SqlFailed e) {
            if (e.isForeignKey()) {
                throw new Conflict("The dataset (%s) is used by an experiment.%nMaybe delete its experiments first."
                        .formatted(dataset));
            }
            throw e;
        }
    }

    private List<DatasetSummary> summaries(List<Head> heads) {
        var ids = uuids(heads.stream().map(h -> h.id().value()).toList());
        var latest = newest(ids, "");
        var usable = newest(ids, "and v.state = 'READY'");
        return heads.stream()
                .flatMap(h -> Optional.ofNullable(latest.get(h.id())).stream()
                        .map(v -> h.with(v, Optional.ofNullable(usable.get(h.id())))))
                .toList();
    }

    private Map<DatasetId, VersionSummary> newest(UUID[] datasets, String condition) {
        var found = new HashMap<DatasetId, VersionSummary>();
        sql.list(NEWEST.formatted(condition), DatasetRows::version, (Object) datasets)
                .forEach(v -> found.put(v.dataset(), v));
        return found;
    }

    private static UUID[] uuids(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static Instant instant(Cursor cursor) {
        return cursor.instant(0);
    }

    /** A dataset without its versions. */
    private record Head(DatasetId id, ProjectId project, String name, Instant createdAt) {
        static Head read(ResultSet row) throws SQLException {
            return new Head(
                    new DatasetId(Sql.uuid(row, "id")),
                    new ProjectId(Sql.uuid(row, "project_id")),
                    row.getString("name"),
                    Sql.instant(row, "created_at"));
        }

        DatasetSummary with(VersionSummary latest, Optional<VersionSummary> usable) {
            var progress = latest.state() == DatasetState.READY ? 1 : latest.progress();
            return new DatasetSummary(
                    id, project, name, latest.state(), progress, latest, usable.orElse(null), createdAt);
        }
    }
}
