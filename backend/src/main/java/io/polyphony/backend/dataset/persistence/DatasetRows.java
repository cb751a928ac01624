package io.polyphony.backend.dataset.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.persistence.Sql;
import io.polyphony.backend.dataset.ColumnInfo;
import io.polyphony.backend.dataset.DatasetState;
import io.polyphony.backend.dataset.MediaRow;
import io.polyphony.backend.dataset.VersionSummary;
import io.polyphony.backend.upload.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows to records and back. JSON inside of rows has a mapper of its own: what REST shows may change, what is stored may not. */
final class DatasetRows {
    static final String VERSION = """
            select v.*, d.project_id from dataset_version v join dataset d on d.id = v.dataset_id""";

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private DatasetRows() {}

    static VersionSummary version(ResultSet row) throws SQLException {
        return new VersionSummary(
                new DatasetVersionId(Sql.uuid(row, "id")),
                new DatasetId(Sql.uuid(row, "dataset_id")),
                new ProjectId(Sql.uuid(row, "project_id")),
                row.getInt("number"),
                row.getString("file_name"),
                row.getLong("bytes"),
                DatasetState.valueOf(row.getString("state")),
                row.getDouble("progress"),
                row.getString("stage"),
                row.getDouble("rate"),
                row.getLong("rows"),
                row.getInt("columns"),
                row.getString("hash"),
                problems(row.getString("problems")),
                Sql.instant(row, "created_at"));
    }

    static ColumnInfo column(ResultSet row) throws SQLException {
        return read(row.getString("info"), new TypeReference<>() {});
    }

    static MediaRow media(ResultSet row) throws SQLException {
        return new MediaRow(
                row.getString("path"),
                new Sha256(row.getString("sha")),
                row.getString("media_type"),
                new Sha256(row.getString("thumbnail")),
                row.getInt("width"),
                row.getInt("height"),
                row.getDouble("seconds"),
                row.getInt("sample_rate"));
    }

    static List<@Nullable Object[]> columns(DatasetVersionId version, List<ColumnInfo> columns) {
        return columns.stream()
                .map(c -> new @Nullable Object[] {version, c.position(), c.name(), c.modality(), c.role(), json(c)})
                .toList();
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The value (%s) cannot be written as JSON.".formatted(value), e);
        }
    }

    private static List<FieldProblem> problems(String json) {
        return read(json, new TypeReference<>() {});
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored JSON (%s) cannot be read.".formatted(json), e);
        }
    }
}
