package io.polyphony.engine.optimizer;

import io.polyphony.engine.tensor.Check;

/**
 * Drops by a factor at evenly spread moments.
 *
 * @param factor what each drop leaves, 0.001..0.999
 * @param drops how many there are, 1..100; n drops make n + 1 stages of the same length
 */
public record StepSchedule(double factor, int drops) implements ScheduleSpec {
    public StepSchedule {
        Check.range("factor", factor, 0.001, 0.999);
        Check.range("drops", drops, 1, 100);
    }

    @Override
    public double factor(long step, long steps) {
        long stage = Math.min(drops, step * (drops + 1) / Math.max(1, steps));
        return Math.pow(factor, stage);
    }
}
