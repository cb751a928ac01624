package io.polyphony.backend.postgres;

import io.polyphony.backend.common.PolyphonyHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL server whose data, password and binaries live in one home. The server outlives a killed JVM on
 * purpose: the next start adopts it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HomeLock lock;
    private final ServerControl control;
    private final PostgresConnection connection;

    private EmbeddedPostgres(HomeLock lock, ServerControl control, PostgresConnection connection) {
        this.lock = lock;
        this.control = control;
        this.connection = connection;
    }

    /**
     * Starts the home's server, or adopts the one that a killed process left running.
     *
     * @throws IllegalStateException if another process owns the home, or PostgreSQL does not start
     */
    public static EmbeddedPostgres start(PolyphonyHome home, PostgresSettings settings) {
        var lock = HomeLock.take(home);
        try {
            var binaries = Binaries.unpackedBelow(home.resolve("bin"));
            var directory = new DataDirectory(home, binaries, OwnUser.choose(binaries.platform())).prepared();
            var control = new ServerControl(directory, settings);
            return new EmbeddedPostgres(lock, control, connect(control, directory));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static PostgresConnection connect(ServerControl control, DataDirectory directory) {
        var password = directory.password();
        int port = runningPort(control, directory.data());
        try {
            PostgresConnection.ensureDatabase(port, password);
            return PostgresConnection.local(port, password);
        } catch (RuntimeException e) {
            control.stop();
            throw e;
        }
    }

    public PostgresConnection connection() {
        return connection;
    }

    /** Shuts the server down cleanly and frees the home. */
    @Override
    public void close() {
        try {
            control.stop();
        } finally {
            lock.close();
        }
    }

    private static int runningPort(ServerControl control, Path data) {
        var deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            var found = Postmaster.of(data);
            if (found.isEmpty()) return startAfresh(control, data);
            if (found.get().ready()) return adopt(found.get());
            found.get().awaitEnd(LOOK_AGAIN); // it starts or stops: both end soon
        }
        throw new IllegalStateException("The server of %s neither starts nor stops. See its log: %s"
                .formatted(data, data.resolveSibling("postgres.log")));
    }

    private static int adopt(Postmaster found) {
        LOG.infof("Adopted the running PostgreSQL (process %d, port %d).", found.pid(), found.port());
        return found.port();
    }

    private static int startAfresh(ServerControl control, Path data) {
        try {
            // Not ours, as just checked; PostgreSQL itself would refuse to start while that number is alive.
            Files.deleteIfExists(Postmaster.file(data));
        } catch (IOException e) {
            throw new UncheckedIOException("The stale file (%s) cannot be removed.".formatted(data), e);
        }
        return control.start();
    }
}
