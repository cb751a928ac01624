package io.polyphony.backend.common;

import java.time.Duration;

/** The caller must wait (429); the answer carries {@code Retry-After}. */
public final class TooManyRequests extends Problem {
    private final Duration wait;

    /** A refusal until the given time has passed. */
    public TooManyRequests(String detail, Duration wait) {
        super(429, "Too many requests", detail);
        this.wait = wait;
    }

    /** How long to wait, at least. */
    public Duration retryAfter() {
        return wait;
    }
}
