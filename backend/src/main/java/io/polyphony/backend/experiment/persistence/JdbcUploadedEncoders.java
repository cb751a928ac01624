package io.polyphony.backend.experiment.persistence;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.persistence.Sql;
import io.polyphony.backend.common.persistence.StoredJson;
import io.polyphony.backend.experiment.UploadedEncoder;
import io.polyphony.backend.experiment.UploadedEncoderStore;
import io.polyphony.engine.data.FrozenFeatures;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

@ApplicationScoped
class JdbcUploadedEncoders implements UploadedEncoderStore {
    private static final String LIST = """
            select name, features, bytes, created_at from uploaded_encoder
            where project_id = ? and deleted_at is null order by name""";
    private static final String ADD = """
            insert into uploaded_encoder (project_id, name, sha, features, bytes, created_at)
            values (?, ?, ?, ?::jsonb, ?, ?)
            on conflict (project_id, name) where deleted_at is null do nothing""";
    private static final String REMOVE = """
            update uploaded_encoder set deleted_at = clock_timestamp()
            where project_id = ? and name = ? and deleted_at is null""";

    private final Sql sql;

    JdbcUploadedEncoders(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<UploadedEncoder> list(ProjectId project) {
        return sql.list(LIST, JdbcUploadedEncoders::encoder, project);
    }

    @Override
    public boolean add(ProjectId project, UploadedEncoder encoder) {
        return sql.update(
                        ADD,
                        project,
                        encoder.name(),
                        encoder.features().content(),
                        StoredJson.write(encoder.features()),
                        encoder.bytes(),
                        encoder.createdAt())
                == 1;
    }

    @Override
    public boolean remove(ProjectId project, String name) {
        return sql.update(REMOVE, project, name) == 1;
    }

    private static UploadedEncoder encoder(ResultSet row) throws SQLException {
        return new UploadedEncoder(
                row.getString("name"),
                StoredJson.read(row.getString("features"), FrozenFeatures.class),
                row.getLong("bytes"),
                Sql.instant(row, "created_at"));
    }
}
