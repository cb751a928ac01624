package io.polyphony.backend.testing;

import io.polyphony.backend.common.PolyphonyHome;
import io.polyphony.backend.postgres.EmbeddedPostgres;
import io.polyphony.backend.postgres.PostgresConnection;
import io.polyphony.backend.postgres.PostgresSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL that lives as long as a test run. */
sealed interface TestDatabase extends AutoCloseable {
    PostgresConnection connection();

    @Override
    void close();

    record Embedded(EmbeddedPostgres server) implements TestDatabase {
        @Override
        public PostgresConnection connection() {
            return server.connection();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    record Container(PostgreSQLContainer server) implements TestDatabase {
        @Override
        public PostgresConnection connection() {
            return new PostgresConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
        }

        @Override
        public void close() {
            server.close();
        }
    }

    static TestDatabase start(String kind, PolyphonyHome home) {
        return switch (kind) {
            case "docker" -> container();
            case "embedded" -> embedded(home);
            case "auto" -> dockerAnswers() ? container() : embedded(home);
            default ->
                throw new IllegalArgumentException("test.db (%s) is none of auto, docker, embedded.".formatted(kind));
        };
    }

    private static TestDatabase embedded(PolyphonyHome home) {
        return new Embedded(EmbeddedPostgres.start(home, PostgresSettings.THROWAWAY));
    }

    private static TestDatabase container() {
        var server = new PostgreSQLContainer("postgres:18-alpine");
        server.start();
        return new Container(server);
    }

    /** Looks for a door first: Testcontainers complains loudly when there is none. */
    private static boolean dockerAnswers() {
        boolean door = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return door && DockerClientFactory.instance().isDockerAvailable();
    }
}
