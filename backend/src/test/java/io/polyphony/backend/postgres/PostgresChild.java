package io.polyphony.backend.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The test's side of a {@link PostgresChildMain} process. */
final class PostgresChild implements AutoCloseable {
    static final String READY = "ready ";
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final String said;

    private PostgresChild(Process process, String said) {
        this.process = process;
        this.said = said;
    }

    /** How a child is started: words before `java`, its class path, more environment. */
    record Launch(List<String> prefix, String classPath, Map<String, String> environment) {
        static Launch plain() {
            return new Launch(List.of(), System.getProperty("java.class.path"), Map.of());
        }
    }

    /** Starts a child and waits until it is ready or has said why not. */
    static PostgresChild on(Path home, Launch launch) {
        var words = new ArrayList<>(launch.prefix);
        words.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                launch.classPath,
                PostgresChildMain.class.getName(),
                home.toString()));
        try {
            var builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(launch.environment);
            var process = builder.start();
            return new PostgresChild(process, firstLine(process.inputReader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(BufferedReader output) throws IOException {
        var line = output.readLine();
        // A logger may speak first.
        while (line != null && !line.startsWith(READY) && !line.startsWith("The ")) line = output.readLine();
        return line == null ? "" : line;
    }

    boolean ready() {
        return said.startsWith(READY);
    }

    String said() {
        return said;
    }

    long pid() {
        return process.pid();
    }

    PostgresConnection connection() {
        var words = Arrays.asList(said.split(" ", -1));
        if (!ready()) throw new IllegalStateException("The child is not ready: " + said);
        return new PostgresConnection(words.get(1), PostgresConnection.USER, words.get(2));
    }

    void execute(String... statements) throws SQLException {
        try (var connection = connection().dataSource().getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) statement.execute(sql);
        }
    }

    String query(String sql) throws SQLException {
        try (Connection connection = connection().dataSource().getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) values.add(rows.getString(1));
            return values.stream().collect(Collectors.joining(","));
        }
    }

    /** SIGTERM, then waits for the end. */
    void terminate() {
        process.destroy();
        awaitEnd();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The child (%d) does not end.".formatted(process.pid()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
