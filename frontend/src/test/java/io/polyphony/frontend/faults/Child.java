package io.polyphony.frontend.faults;

import static org.awaitility.Awaitility.await;

import io.polyphony.backend.postgres.PostgresConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packaged platform as a process of its own, in one of its roles. */
record Child(Process process, int port, Path home) {
    private static final Duration START = Duration.ofSeconds(180);
    private static final Path RUNNABLE = Path.of("target", "quarkus-app", "quarkus-run.jar");

    /** Starts a process in this role on a database that outlives it; two trials at a time, a checkpoint a second. */
    static Child start(String role, Path home, int port, PostgresConnection database) {
        return start(role, home, port, database, 2, Duration.ofSeconds(1));
    }

    /** Starts a process in this role on a database that outlives it. */
    static Child start(
            String role, Path home, int port, PostgresConnection database, int parallel, Duration checkpoints) {
        return start(
                home,
                port,
                Map.of(
                        "POLYPHONY_ROLE", role,
                        "POLYPHONY_TRIALS_PARALLEL", Integer.toString(parallel),
                        "POLYPHONY_TRIALS_CHECKPOINT_MILLIS", Long.toString(checkpoints.toMillis()),
                        "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                        "QUARKUS_DATASOURCE_USERNAME", database.user(),
                        "QUARKUS_DATASOURCE_PASSWORD", database.password()));
    }

    /** Starts a process with its own database, as newcomers do. */
    static Child start(Path home, int port, Map<String, String> settings) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Xmx768m",
                // Lives for less than a minute: what better compilers make would hardly be used.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                RUNNABLE.toAbsolutePath().toString()));
        var environment = builder.environment();
        environment.put("POLYPHONY_HOME", home.toString());
        environment.put("POLYPHONY_FOLDS_BELOW_ROWS", "0");
        environment.put("OMP_NUM_THREADS", "1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.putAll(settings);
        try {
            Files.createDirectories(home);
            var process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log(home).toFile()))
                    .start();
            return new Child(process, port, home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path log(Path home) {
        return home.resolve("process.log");
    }

    /** What it wrote so far. */
    String log() throws IOException {
        return Files.readString(log(home));
    }

    /** SIGTERM; whether it ended in time. */
    boolean stop(Duration most) throws InterruptedException {
        process.destroy();
        return process.waitFor(most);
    }

    /** SIGKILL: nothing is said, nothing is saved. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The API, once it answers. */
    Api api() {
        await("the token in " + home).atMost(START).until(() -> token().isPresent());
        var api = Api.of(port, token().orElseThrow());
        await("an answer from the process of " + home)
                .atMost(START)
                .ignoreExceptions()
                .until(() -> api.get("/experiments") != null);
        return api;
    }

    /** The token of the first administrator, once it is there. */
    private Optional<String> token() {
        try {
            var file = home.resolve("admin-token");
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
