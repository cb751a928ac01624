package io.polyphony.backend.experiment;

import org.jspecify.annotations.Nullable;

/**
 * How much an experiment may spend. Referee trials are not counted as trials, but their time is.
 *
 * @param trials how many trials, 1..100000; null: until the minutes are up (or 50 without minutes)
 * @param minutes how long it may run, pauses not counted; null: as long as its trials take
 */
public record BudgetRequest(
        @Nullable Integer trials, @Nullable Double minutes) {}
