package io.polyphony.backend.testing;

import io.polyphony.backend.common.PolyphonyHome;
import io.polyphony.backend.postgres.PostgresConnection;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One fresh PostgreSQL and one fresh home per test run. {@code -Dtest.db=auto|docker|embedded} says where from; auto
 * takes a container where a Docker engine answers and the embedded server otherwise.
 */
public final class PgResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable TestDatabase database;
    private @Nullable Path home;

    @Override
    public Map<String, String> start() {
        var directory = temporary();
        home = directory;
        database = TestDatabase.start(System.getProperty("test.db", "auto"), PolyphonyHome.at(directory.resolve("pg")));
        var settings = new HashMap<String, String>();
        settings.put(PolyphonyHome.PROPERTY, directory.toString());
        PostgresConnection connection = database.connection();
        settings.put("quarkus.datasource.jdbc.url", connection.url());
        settings.put("quarkus.datasource.username", connection.user());
        settings.put("quarkus.datasource.password", connection.password());
        settings.put("polyphony.events.heartbeat", "PT0.5S");
        // Tests have few rows and little time: those of folds ask for them.
        settings.put("polyphony.folds.below-rows", "0");
        System.setProperty(PolyphonyHome.PROPERTY, directory.toString());
        return settings;
    }

    @Override
    public void stop() {
        if (database != null) database.close();
        if (home != null) Temporary.delete(home);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("polyphony-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
