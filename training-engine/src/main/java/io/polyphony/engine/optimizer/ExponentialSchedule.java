package io.polyphony.engine.optimizer;

import io.polyphony.engine.tensor.Check;

/**
 * Falls by the same share in every step.
 *
 * @param last factor at the end of training, 1e-6..1
 */
public record ExponentialSchedule(double last) implements ScheduleSpec {
    public ExponentialSchedule {
        Check.range("last", last, 1e-6, 1);
    }

    @Override
    public double factor(long step, long steps) {
        return Math.pow(last, (double) step / Math.max(1, steps));
    }
}
