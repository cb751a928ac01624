package io.polyphony.backend.security.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down: five wrong passwords are free, then each further one doubles the wait, from 1 second to 15 minutes.
 * Counted per name and address, so that nobody can lock another's account from elsewhere. Kept in memory: a restart forgets,
 * which costs an attacker more than it gives.
 */
final class LoginThrottle {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int CALLERS_KEPT = 10_000;

    private record Failures(int count, Instant until) {}

    private final InstantSource clock;

    @SuppressWarnings("serial")
    private final Map<String, Failures> callers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > CALLERS_KEPT;
        }
    };

    LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean allows(String caller) {
        var failures = callers.get(caller);
        return failures == null || !clock.instant().isBefore(failures.until);
    }

    synchronized void failed(String caller) {
        callers.merge(caller, new Failures(1, clock.instant()), (before, _) -> more(before));
    }

    synchronized void succeeded(String caller) {
        callers.remove(caller);
    }

    private Failures more(Failures before) {
        int count = before.count + 1;
        long seconds = count < FREE ? 0 : Math.min(LONGEST.toSeconds(), 1L << Math.min(count - FREE, 20));
        return new Failures(count, clock.instant().plusSeconds(seconds));
    }
}
