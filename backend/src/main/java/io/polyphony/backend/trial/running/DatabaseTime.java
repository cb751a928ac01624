package io.polyphony.backend.trial.running;

import com.github.kagkarlsson.scheduler.Clock;
import io.polyphony.backend.common.DbClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The database's time without asking it each time: the difference to this machine's clock is measured every ten seconds, so
 * that a worker whose clock is wrong neither declares others dead nor is declared dead.
 */
@ApplicationScoped
class DatabaseTime implements Clock {
    private static final Logger LOG = Logger.getLogger(DatabaseTime.class);
    private static final long VALID_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final DbClock database;
    private Duration ahead = Duration.ZERO;
    private long measured;
    private boolean known;

    DatabaseTime(DbClock database) {
        this.database = database;
    }

    @Override
    public synchronized Instant now() {
        if (!known || System.nanoTime() - measured > VALID_NANOS) {
            measure();
        }
        return Instant.now().plus(ahead);
    }

    private void measure() {
        measured = System.nanoTime();
        try {
            ahead = Duration.between(Instant.now(), database.now());
            known = true;
        } catch (RuntimeException e) {
            LOG.warnf("The database's time could not be read: %s", e.toString());
        }
    }
}
