package io.polyphony.backend.experiment;

import org.jspecify.annotations.Nullable;

/**
 * How much an experiment may spend. Referee trials are not counted as trials, but their time is.
 *
 * @param trials how many trials, 1..100000; null: until the minutes are up (or 50 without minutes)
 * @param minutes how long it may run, pauses not counted; null: as long as its trials take
 * @param score end as soon as a trial's score reaches this, at most 1; null: go on
 * @param gain end when the next trial is expected to gain less, such as 0.01: for one objective in standard deviations of what trials reached so
 *     far, for several as a share of what their front covers; null: go on
 * @param minutesPerTrial how long one trial may train, after which its best epoch so far counts; null: as long as its epochs take. An
 *     extension leaves this as it is
 */
public record BudgetRequest(
        @Nullable Integer trials,
        @Nullable Double minutes,
        @Nullable Double score,
        @Nullable Double gain,
        @Nullable Double minutesPerTrial) {

    /** All that may be spent is spent, and each trial takes its time. */
    public BudgetRequest(@Nullable Integer trials, @Nullable Double minutes) {
        this(trials, minutes, null, null, null);
    }
}
