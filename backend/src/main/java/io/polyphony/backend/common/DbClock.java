package io.polyphony.backend.common;

import java.time.Instant;

/** The database's clock: the only one that all processes agree on, so the only one for leases, expiry and heartbeats. */
public interface DbClock {
    /** The database's time right now (not the start of its transaction), in microseconds. */
    Instant now();
}
