package io.polyphony.frontend.faults;

import io.polyphony.backend.postgres.PostgresConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The packaged platform as a process of its own, in one of its roles. */
record Child(Process process, int port, Path home) {
    private static final Path RUNNABLE = Path.of("target", "quarkus-app", "quarkus-run.jar");

    /** Starts a process in this role on a database that outlives it. */
    static Child start(String role, Path home, int port, PostgresConnection database) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Xmx768m",
                "-jar",
                RUNNABLE.toAbsolutePath().toString()));
        var environment = builder.environment();
        environment.put("POLYPHONY_HOME", home.toString());
        environment.put("POLYPHONY_FOLDS_BELOW_ROWS", "0");
        environment.put("POLYPHONY_ROLE", role);
        environment.put("POLYPHONY_TRIALS_PARALLEL", "2");
        environment.put("POLYPHONY_TRIALS_CHECKPOINT_MILLIS", "1000");
        environment.put("OMP_NUM_THREADS", "1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.url());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        try {
            Files.createDirectories(home);
            var log = home.resolve("process.log").toFile();
            var process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            return new Child(process, port, home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: nothing is said, nothing is saved. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** The token of the first administrator, once it is there. */
    Optional<String> token() {
        try {
            var file = home.resolve("admin-token");
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
