package io.polyphony.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged platform as users run it: a process of its own, an empty home, the embedded PostgreSQL, a free port. */
final class Platform implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http\\S+?)/?(\\s|$)");
    private static final long START_SECONDS = 120;

    private final Path home;
    private final Process process;
    private final String url;
    private String lastWords = "";

    private Platform(Path home, Process process) throws IOException, InterruptedException {
        this.home = home;
        this.process = process;
        this.url = awaitUrl();
    }

    static Platform start() {
        try {
            var home = Files.createTempDirectory("polyphony-browser");
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var builder = new ProcessBuilder(List.of(
                    java,
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                    "-Xmx1g",
                    // Lives for a minute or two: what better compilers make would hardly be used.
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-jar",
                    System.getProperty("polyphony.runnable", "frontend/target/quarkus-app/quarkus-run.jar")));
            builder.environment().put("POLYPHONY_HOME", home.toString());
            builder.environment().put("QUARKUS_HTTP_PORT", "0");
            builder.environment().put("OMP_NUM_THREADS", "1");
            // Pages are looked at with few rows: their trials must not take five times as long.
            builder.environment().put("POLYPHONY_FOLDS_BELOW_ROWS", "0");
            builder.redirectErrorStream(true)
                    .redirectOutput(home.resolve("server.log").toFile());
            return new Platform(home, builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException("The platform does not start. Maybe it was not packaged.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the platform started.", interrupted);
        }
    }

    String url() {
        return url;
    }

    String password() {
        try {
            return Files.readString(home.resolve("admin-password")).strip();
        } catch (IOException missing) {
            throw new UncheckedIOException("The first start wrote no password into " + home, missing);
        }
    }

    String token() {
        try {
            return Files.readString(home.resolve("admin-token")).strip();
        } catch (IOException missing) {
            throw new UncheckedIOException("The first start wrote no token into " + home, missing);
        }
    }

    String log() {
        try {
            return Files.readString(home.resolve("server.log"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The log, also of a platform that a test has closed by now. */
    String lastWords() {
        return Files.exists(home) ? log() : lastWords;
    }

    private String awaitUrl() throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end && !process.waitFor(200, TimeUnit.MILLISECONDS)) {
            Matcher listening = LISTENING.matcher(log());
            if (listening.find()) {
                return listening.group(1);
            }
        }
        var log = log();
        close();
        throw new IllegalStateException(
                "The platform does not listen after %d s. Its log:%n%s".formatted(START_SECONDS, log));
    }

    @Override
    public void close() {
        lastWords = lastWords();
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
