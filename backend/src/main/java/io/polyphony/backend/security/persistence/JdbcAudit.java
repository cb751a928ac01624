package io.polyphony.backend.security.persistence;

import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TokenId;
import io.polyphony.backend.common.UserId;
import io.polyphony.backend.common.persistence.Json;
import io.polyphony.backend.security.Actor;
import io.polyphony.backend.security.AuditEntry;
import io.polyphony.backend.security.AuditFilter;
import io.polyphony.backend.security.AuditStore;
import io.polyphony.backend.security.TokenScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcAudit implements AuditStore {
    private static final String INSERT =
            "insert into audit_entry (user_id, user_name, token_id, action, subject, project_id, detail, request_id)"
                    + " values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)";
    private static final String SELECT = "select * from audit_entry where id < ?"
            + " and (?::uuid is null or project_id = ?::uuid) and (?::uuid is null or user_id = ?::uuid)"
            + " order by id desc limit ?";

    private final DataSource database;
    private final Json json;

    JdbcAudit(DataSource database, Json json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public void add(
            Actor actor,
            String action,
            String subject,
            @Nullable ProjectId project,
            Map<String, ?> detail,
            @Nullable String request) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, actor.id().value());
            statement.setString(2, actor.name());
            statement.setObject(
                    3, actor.token().map(TokenScope::token).map(TokenId::value).orElse(null));
            statement.setString(4, action);
            statement.setString(5, subject);
            statement.setObject(6, project == null ? null : project.value());
            statement.setString(7, json.write(detail));
            statement.setString(8, request);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The audit entry (%s) could not be written.".formatted(action), e);
        }
    }

    @Override
    public List<AuditEntry> page(AuditFilter filter, PageRequest request) {
        var project = filter.project() == null ? null : filter.project().value();
        var user = filter.user() == null ? null : filter.user().value();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SELECT)) {
            statement.setLong(1, request.after().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE));
            statement.setObject(2, project);
            statement.setObject(3, project);
            statement.setObject(4, user);
            statement.setObject(5, user);
            statement.setInt(6, request.fetch());
            try (var rows = statement.executeQuery()) {
                return entries(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The audit log could not be read.", e);
        }
    }

    private List<AuditEntry> entries(ResultSet rows) throws SQLException {
        var entries = new ArrayList<AuditEntry>();
        while (rows.next()) {
            entries.add(new AuditEntry(
                    rows.getLong("id"),
                    rows.getObject("at", OffsetDateTime.class).toInstant(),
                    new UserId(rows.getObject("user_id", UUID.class)),
                    rows.getString("user_name"),
                    id(rows, "token_id").map(TokenId::new).orElse(null),
                    rows.getString("action"),
                    rows.getString("subject"),
                    id(rows, "project_id").map(ProjectId::new).orElse(null),
                    json.read(rows.getString("detail")),
                    rows.getString("request_id")));
        }
        return entries;
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }
}
