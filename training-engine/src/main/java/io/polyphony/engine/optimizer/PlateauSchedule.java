package io.polyphony.engine.optimizer;

import io.polyphony.engine.tensor.Check;

/**
 * Drops by a factor each time the validation score has not got better for some epochs.
 *
 * @param factor what each drop leaves, 0.001..0.999
 * @param patience epochs without a better score before a drop, 1..1000
 */
public record PlateauSchedule(double factor, int patience) implements ScheduleSpec {
    public PlateauSchedule {
        Check.range("factor", factor, 0.001, 0.999);
        Check.range("patience", patience, 1, 1000);
    }

    @Override
    public double factor(long step, long steps) {
        return 1;
    }

    @Override
    public double factor(long step, long steps, int stalls) {
        return Math.pow(factor, stalls);
    }
}
