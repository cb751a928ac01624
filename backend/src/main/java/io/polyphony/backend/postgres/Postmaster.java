package io.polyphony.backend.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * A server's main process as its {@code postmaster.pid} describes it.
 *
 * @param status starting, ready, standby or stopping
 */
record Postmaster(long pid, int port, String status) {
    private static final Logger LOG = Logger.getLogger(Postmaster.class);
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /**
     * The live server of a data directory. The file alone proves nothing: after a crash its number may belong to a
     * stranger or to a zombie, so the process itself must say that it is PostgreSQL on this directory.
     */
    static Optional<Postmaster> of(Path data) {
        return parse(lines(data)).filter(postmaster -> serves(postmaster.pid, data));
    }

    private static List<String> lines(Path data) {
        try {
            return Files.readAllLines(file(data));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The file (%s) cannot be read.".formatted(file(data)), e);
        }
    }

    private static Optional<Postmaster> parse(List<String> lines) {
        if (lines.isEmpty()) return Optional.empty();
        int port = lines.size() > PORT_LINE ? number(lines.get(PORT_LINE)) : 0;
        var status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "starting";
        return Optional.of(new Postmaster(number(lines.getFirst()), port, status));
    }

    private static int number(String line) {
        return line.isBlank() ? 0 : Integer.parseInt(line.strip());
    }

    private static boolean serves(long pid, Path data) {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .filter(info -> info.commandLine()
                        .map(line -> line.contains("postgres") && line.contains(data.toString()))
                        // Windows tells the program only.
                        .orElseGet(() -> info.command().orElse("").endsWith("postgres.exe")))
                .isPresent();
    }

    /** Returns when the process has ended, after {@code longest} at the latest: a status is told by the file only. */
    void awaitEnd(Duration longest) {
        var process = ProcessHandle.of(pid);
        if (process.isEmpty()) return;
        try {
            process.get().onExit().get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillThere) {
            LOG.tracef("PostgreSQL (process %d) is still %s", pid, status);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for PostgreSQL (process %d)".formatted(pid), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("PostgreSQL (process %d) cannot be waited for".formatted(pid), e);
        }
    }

    boolean ready() {
        return status.equals("ready") && port > 0;
    }
}
