package io.polyphony.backend.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Starts and stops the server of a data directory with {@code pg_ctl}. */
record ServerControl(DataDirectory directory, PostgresSettings settings) {
    private static final int TRIES = 20;
    private static final Duration TRY_AGAIN = Duration.ofMillis(100);
    private static final int LOG_LINES = 15;

    /** Starts the server and returns its port. */
    int start() {
        for (int attempt = 0; ; attempt++) {
            int port = freePort(attempt == 0 ? settings.preferredPort() : 0);
            if (pgCtl("start", "-w", "-t", "60", "-l", directory.log().toString(), "-o", settings.options(port))
                    .succeeded()) return port;
            var log = logTail();
            // The port was taken meanwhile, or a killed server's last processes are about to notice its death.
            boolean passing = log.contains("already in use") || log.contains("still in use");
            if (!passing || attempt == TRIES) {
                throw new IllegalStateException(
                        "PostgreSQL does not start. Its log (%s) ends with:%n%s".formatted(directory.log(), log));
            }
            // Nothing tells when the last process of a killed server lets go of its memory; TRIES bounds this.
            LockSupport.parkNanos(TRY_AGAIN.toNanos());
        }
    }

    /** Stops the server if it runs; only ever signals a process that was seen to be this server. */
    void stop() {
        if (Postmaster.of(directory.data()).isPresent()) pgCtl("stop", "-w", "-t", "60", "-m", "fast");
    }

    private Command.Result pgCtl(String action, String... options) {
        var words = new java.util.ArrayList<>(List.of(
                directory.binaries().program("pg_ctl"),
                action,
                "-D",
                directory.data().toString()));
        words.addAll(List.of(options));
        return Command.of(directory.user().prefix(), words.toArray(String[]::new))
                .run();
    }

    private String logTail() {
        Path log = directory.log();
        try {
            var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("The log (%s) cannot be read.".formatted(log), e);
        }
    }

    private static int freePort(int preferred) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), preferred));
            return socket.getLocalPort();
        } catch (IOException e) {
            if (preferred != 0) return freePort(0);
            throw new UncheckedIOException("No port is free on this machine.", e);
        }
    }
}
