package io.polyphony.engine.optimizer;

import io.polyphony.engine.tensor.Check;

/**
 * Rises in a straight line to where another schedule begins, which has the rest of the steps for itself (Goyal et al. 2017).
 *
 * @param share of all steps spent warming up, 0..0.5
 * @param then what follows
 */
public record WarmUp(double share, ScheduleSpec then) implements ScheduleSpec {
    public WarmUp {
        Check.range("share", share, 0, 0.5);
    }

    @Override
    public double factor(long step, long steps) {
        return factor(step, steps, 0);
    }

    @Override
    public double factor(long step, long steps, int stalls) {
        long warm = Math.round(share * steps);
        return step < warm
                ? (step + 1) / (double) warm * then.factor(0, steps - warm, stalls)
                : then.factor(step - warm, steps - warm, stalls);
    }

    @Override
    public int patience() {
        return then.patience();
    }
}
