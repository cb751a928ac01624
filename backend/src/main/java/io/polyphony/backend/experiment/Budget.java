package io.polyphony.backend.experiment;

import org.jspecify.annotations.Nullable;

/**
 * How much an experiment may spend.
 *
 * @param trials trials other than referees; {@link #TRIALS_BY_TIME} or more beside seconds: as many as these hold
 * @param seconds running time, pauses not counted; null: no limit
 * @param score the search ends as soon as a trial reaches it; null: it does not
 * @param gain the search ends when another trial is expected to gain less; null: it does not
 * @param trialSeconds training time of one trial; null: no limit
 */
public record Budget(
        int trials,
        @Nullable Double seconds,
        @Nullable Double score,
        @Nullable Double gain,
        @Nullable Double trialSeconds) {
    /** More than any time holds on one machine. */
    static final int TRIALS_BY_TIME = 10_000;

    /** How many trials were asked for; null where only the time ends the search. */
    @Nullable
    Integer planned() {
        return seconds != null && trials >= TRIALS_BY_TIME ? null : trials;
    }
}
