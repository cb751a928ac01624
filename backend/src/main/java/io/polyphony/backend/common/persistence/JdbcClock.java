package io.polyphony.backend.common.persistence;

import io.polyphony.backend.common.DbClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

@ApplicationScoped
class JdbcClock implements DbClock {
    private final DataSource database;

    JdbcClock(DataSource database) {
        this.database = database;
    }

    @Override
    public Instant now() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select clock_timestamp()");
                var row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not tell its time.", e);
        }
    }
}
