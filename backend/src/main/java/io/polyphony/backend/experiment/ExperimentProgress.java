package io.polyphony.backend.experiment;

import org.jspecify.annotations.Nullable;

/**
 * How far an experiment has come.
 *
 * @param planned trials of the budget, referees not counted; null: as many as its time holds
 * @param finished trials that ended in any way, referees not counted
 * @param running trials that are being trained, referees counted
 * @param completed trials that ended with metrics, referees not counted
 * @param pruned trials stopped early by the pruner
 * @param failed trials that failed or diverged
 * @param referees referee trials that ended
 * @param refereesPlanned referee trials in all
 * @param fraction 0..1, by trials or by time, whichever is further
 * @param secondsSpent running time so far, pauses not counted
 * @param secondsLeft estimate of the running time left; null before there is anything to estimate from
 */
public record ExperimentProgress(
        @Nullable Integer planned,
        int finished,
        int running,
        int completed,
        int pruned,
        int failed,
        int referees,
        int refereesPlanned,
        double fraction,
        double secondsSpent,
        @Nullable Double secondsLeft) {}
