package io.polyphony.backend.common.persistence;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.Ids;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.common.event.Event;
import io.polyphony.backend.common.event.EventFilter;
import io.polyphony.backend.common.event.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcEventLog implements EventLog {
    private static final String INSERT =
            "insert into event (id, project_id, experiment_id, trial_id, type, payload) values (?, ?, ?, ?, ?, ?::jsonb)";
    private static final String SELECT =
            "select seq, type, project_id, experiment_id, trial_id, payload, at from event where seq > ? %s order by seq limit ?";

    private static final String FORGET =
            "delete from event where at < now() - make_interval(secs => ?)" + " and seq < (select max(seq) from event)";

    private final DataSource database;
    private final Json json;

    JdbcEventLog(DataSource database, Json json) {
        this.database = database;
        this.json = json;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(
            String type,
            ProjectId project,
            @Nullable ExperimentId experiment,
            @Nullable TrialId trial,
            Map<String, ?> payload) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, Ids.next());
            statement.setObject(2, project.value());
            statement.setObject(3, experiment == null ? null : experiment.value());
            statement.setObject(4, trial == null ? null : trial.value());
            statement.setString(5, type);
            statement.setString(6, json.write(payload));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The event (%s) could not be written.".formatted(type), e);
        }
    }

    @Override
    public List<Event> after(long seq, EventFilter filter, int limit) {
        var where = Where.of(filter);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SELECT.formatted(where.sql))) {
            int position = 1;
            statement.setLong(position++, seq);
            if (where.id != null) {
                statement.setObject(position++, where.id);
            }
            statement.setInt(position, limit);
            try (var rows = statement.executeQuery()) {
                return events(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The events after %d could not be read.".formatted(seq), e);
        }
    }

    @Override
    public long last() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select coalesce(max(seq), 0) from event");
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The newest event could not be read.", e);
        }
    }

    @Override
    public int forget(Duration age) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(FORGET)) {
            statement.setLong(1, age.toSeconds());
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The events older than %s could not be removed.".formatted(age), e);
        }
    }

    private List<Event> events(ResultSet rows) throws SQLException {
        var events = new ArrayList<Event>();
        while (rows.next()) {
            events.add(new Event(
                    rows.getLong("seq"),
                    rows.getString("type"),
                    new ProjectId(rows.getObject("project_id", UUID.class)),
                    id(rows, "experiment_id").map(ExperimentId::new).orElse(null),
                    id(rows, "trial_id").map(TrialId::new).orElse(null),
                    json.read(rows.getString("payload")),
                    rows.getObject("at", OffsetDateTime.class).toInstant()));
        }
        return events;
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    private record Where(String sql, @Nullable UUID id) {
        static Where of(EventFilter filter) {
            return switch (filter) {
                case EventFilter.All _ -> new Where("", null);
                case EventFilter.OfProject(var project) -> new Where("and project_id = ?", project.value());
                case EventFilter.OfExperiment(var experiment) -> new Where("and experiment_id = ?", experiment.value());
                case EventFilter.OfTrial(var trial) -> new Where("and trial_id = ?", trial.value());
            };
        }
    }
}
