package io.polyphony.backend.experiment;

import org.jspecify.annotations.Nullable;

/**
 * How much an experiment may spend.
 *
 * @param trials trials other than referees
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
        @Nullable Double trialSeconds) {}
