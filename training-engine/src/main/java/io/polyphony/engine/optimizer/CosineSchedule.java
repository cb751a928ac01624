package io.polyphony.engine.optimizer;

import io.polyphony.engine.tensor.Check;

/**
 * A linear warm-up, then half a cosine down to nothing (Loshchilov and Hutter 2017).
 *
 * @param warmUp share of all steps spent warming up, 0..0.5
 */
public record CosineSchedule(double warmUp) implements ScheduleSpec {
    public CosineSchedule {
        Check.range("warmUp", warmUp, 0, 0.5);
    }

    @Override
    public double factor(long step, long steps) {
        double warm = Math.rint(warmUp * steps);
        if (step < warm) {
            return (step + 1) / warm;
        }
        double progress = (step - warm) / Math.max(1, steps - warm);
        return 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress)));
    }
}
