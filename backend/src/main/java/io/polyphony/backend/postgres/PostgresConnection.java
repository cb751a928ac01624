package io.polyphony.backend.postgres;

import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** How to reach a database. */
public record PostgresConnection(String url, String user, String password) {
    static final String USER = "polyphony";
    static final String DATABASE = "polyphony";

    static PostgresConnection local(int port, String password) {
        return new PostgresConnection(url(port, DATABASE), USER, password);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Creates the database on a server that does not have it yet; proves the password on the way. */
    static void ensureDatabase(int port, String password) {
        var server = new PostgresConnection(url(port, "postgres"), USER, password).dataSource();
        try (var connection = server.getConnection();
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) return;
            }
            statement.execute("create database " + DATABASE);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The embedded database on port %d refuses us. Maybe its password file was changed by hand."
                            .formatted(port),
                    e);
        }
    }

    /** A data source without a pool. */
    public PGSimpleDataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    @Override
    public String toString() {
        return user + "@" + url;
    }
}
