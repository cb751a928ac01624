package io.polyphony.backend.trial.running;

import io.polyphony.backend.trial.StaleAttempt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Tries a write again while the database is away, for about a minute. Safe because every write of a trial is idempotent and
 * fenced by its attempt.
 */
final class Retry {
    private static final Logger LOG = Logger.getLogger(Retry.class);
    private static final int TRIES = 9;
    private static final long FIRST_MILLIS = 125;

    void run(Runnable write) {
        this.<Boolean>call(() -> {
            write.run();
            return true;
        });
    }

    <T> T call(Supplier<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (StaleAttempt stale) {
                throw stale;
            } catch (RuntimeException e) {
                if (tried == TRIES) {
                    throw e;
                }
                LOG.warnf("A write failed and is tried again: %s", e.toString());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(FIRST_MILLIS << tried));
            }
        }
    }
}
