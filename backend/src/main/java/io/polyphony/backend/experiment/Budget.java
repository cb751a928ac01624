package io.polyphony.backend.experiment;

import org.jspecify.annotations.Nullable;

/**
 * How much an experiment may spend.
 *
 * @param trials trials other than referees
 * @param seconds running time, pauses not counted; null: no limit
 */
public record Budget(int trials, @Nullable Double seconds) {}
