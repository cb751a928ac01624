package io.polyphony.backend.trial;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a trial.
 *
 * @param number 1-based; a restart is a new attempt
 * @param worker the process that ran it
 * @param fromEpoch whole epochs it found done in the checkpoint
 * @param outcome how it ended; null while it runs, {@code lost} where its process died
 */
public record AttemptView(
        int number,
        String worker,
        String host,
        int fromEpoch,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome) {}
