package io.polyphony.backend.dataset.persistence;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.event.EventLog;
import io.polyphony.backend.common.persistence.Sql;
import io.polyphony.backend.dataset.ImportStore;
import io.polyphony.backend.dataset.MediaRow;
import io.polyphony.backend.upload.Sha256;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcImportStore implements ImportStore {
    /** A million media rows take their time. */
    private static final int SECONDS = 1_800;

    private static final String CLAIM = """
            update dataset_version v
            set attempts = v.attempts + 1, heartbeat_at = clock_timestamp(), progress = 0, stage = 'starting'
            from dataset d
            where d.id = v.dataset_id and v.id = (
                select id from dataset_version
                where state = 'IMPORTING'
                  and (heartbeat_at is null or heartbeat_at < clock_timestamp() - make_interval(secs => ?))
                order by created_at for update skip locked limit 1)
            returning v.id, v.dataset_id, d.project_id, v.file_name, v.source_sha, v.attempts""";
    private static final String MINE = " where id = ? and attempts = ? and state = 'IMPORTING'";
    private static final String BEAT =
            "update dataset_version set heartbeat_at = clock_timestamp(), progress = ?, stage = ?, rate = ?" + MINE;
    private static final String FINISH = """
            update dataset_version set state = 'READY', progress = 1, stage = 'ready', rate = 0, rows = ?, columns = ?,
                hash = ?, source_blob = null""" + MINE;
    private static final String FAIL = """
            update dataset_version set state = 'FAILED', stage = 'refused', rate = 0, problems = ?::jsonb,
                source_blob = null""" + MINE;
    private static final String INSERT_SEGMENT =
            "insert into dataset_segment (content_id, first_row, rows, sha) values (?, ?, ?, ?)";
    private static final String INSERT_MEDIA = """
            insert into dataset_media (content_id, path, sha, media_type, thumbnail, width, height, seconds, sample_rate)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Sql sql;
    private final EventLog events;

    JdbcImportStore(Sql sql, EventLog events) {
        this.sql = sql;
        this.events = events;
    }

    @Override
    public Optional<Claim> claim(Duration silence) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.one(CLAIM, JdbcImportStore::claim, (double) silence.toMillis() / 1000));
    }

    @Override
    public boolean beat(Claim claim, Progress progress) {
        return write(() -> {
            var mine = sql.update(
                            BEAT, progress.share(), progress.stage(), progress.rate(), claim.version(), claim.attempt())
                    == 1;
            var facts = Map.of("progress", progress.share(), "stage", progress.stage(), "rate", progress.rate());
            return mine && tell("dataset.progress", claim, facts);
        });
    }

    @Override
    public boolean finish(Claim claim, Outcome outcome) {
        return write(() -> {
            var columns = outcome.columns().size();
            if (sql.update(FINISH, outcome.rows(), columns, outcome.hash(), claim.version(), claim.attempt()) != 1) {
                return false;
            }
            sql.batch(JdbcDatasetStore.INSERT_COLUMN, DatasetRows.columns(claim.version(), outcome.columns()));
            sql.batch(INSERT_SEGMENT, segments(claim, outcome));
            sql.batch(
                    INSERT_MEDIA,
                    outcome.media().stream().map(m -> media(claim, m)).toList());
            return tell("dataset.ready", claim, Map.of("rows", outcome.rows(), "columns", columns));
        });
    }

    @Override
    public boolean fail(Claim claim, List<FieldProblem> problems) {
        return write(() -> sql.update(FAIL, DatasetRows.json(problems), claim.version(), claim.attempt()) == 1
                && tell("dataset.failed", claim, Map.of("problems", problems.size())));
    }

    @Override
    public void release(Claim claim) {
        write(() ->
                sql.update("update dataset_version set heartbeat_at = null" + MINE, claim.version(), claim.attempt())
                        == 1);
    }

    private boolean tell(String type, Claim claim, Map<String, ?> facts) {
        var payload = new HashMap<String, Object>(facts);
        payload.put("dataset", claim.dataset().toString());
        payload.put("version", claim.version().toString());
        events.append(type, claim.project(), null, null, payload);
        return true;
    }

    private static boolean write(BooleanSupplier work) {
        return QuarkusTransaction.requiringNew().timeout(SECONDS).call(work::getAsBoolean);
    }

    private static List<@Nullable Object[]> segments(Claim claim, Outcome outcome) {
        return outcome.segments().stream()
                .map(s -> new @Nullable Object[] {
                    claim.version(), s.firstRow(), s.rows(), s.sha().hex()
                })
                .toList();
    }

    private static @Nullable Object[] media(Claim claim, MediaRow media) {
        return new @Nullable Object[] {
            claim.version(),
            media.path(),
            media.sha().hex(),
            media.mediaType(),
            media.thumbnail().hex(),
            media.width(),
            media.height(),
            media.seconds(),
            media.sampleRate()
        };
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                new DatasetVersionId(Sql.uuid(row, "id")),
                new DatasetId(Sql.uuid(row, "dataset_id")),
                new ProjectId(Sql.uuid(row, "project_id")),
                row.getString("file_name"),
                new Sha256(row.getString("source_sha")),
                row.getInt("attempts"));
    }
}
