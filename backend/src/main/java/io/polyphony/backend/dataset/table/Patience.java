package io.polyphony.backend.dataset.table;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Asks code that may wait for ever, and wakes it up when it takes too long. */
final class Patience {
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private Patience() {}

    /** The code did not answer in time. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;

        Lost(Duration patience) {
            super("nothing came for %d seconds".formatted(patience.toSeconds()));
        }
    }

    /**
     * The answer.
     *
     * @throws Lost when it did not come in time; whatever the code said when it was woken up is no answer
     */
    static <T> T with(Duration patience, Supplier<T> asked) {
        var waiting = new AtomicReference<>(Thread.currentThread());
        var alarm = CLOCK.schedule(() -> wake(waiting), patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return asked.get();
        } finally {
            alarm.cancel(false);
            if (waiting.getAndSet(null) == null) {
                Thread.interrupted();
                throw new Lost(patience);
            }
        }
    }

    private static void wake(AtomicReference<Thread> waiting) {
        var thread = waiting.getAndSet(null);
        if (thread != null) {
            thread.interrupt();
        }
    }

    private static ScheduledThreadPoolExecutor clock() {
        var clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("patience").daemon().factory());
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}
