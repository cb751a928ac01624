package io.polyphony.backend.experiment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many trials of an experiment are in which state.
 *
 * @param created trials that count against the budget: neither referees nor imported ones
 * @param running trials that are being trained, referees counted
 * @param completed trials with metrics, referees not counted
 * @param pruned stopped early, referees not counted
 * @param failed failed, diverged or cancelled, referees not counted
 * @param referees referee trials that ended
 * @param lastEnd when the newest of them ended
 */
public record TrialTally(
        int created,
        int running,
        int completed,
        int pruned,
        int failed,
        int referees,
        @Nullable Instant lastEnd) {
    /** An experiment without trials. */
    public static final TrialTally NONE = new TrialTally(0, 0, 0, 0, 0, 0, null);

    /** Trials other than referees that ended in any way. */
    public int finished() {
        return completed + pruned + failed;
    }
}
