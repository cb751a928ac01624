package io.polyphony.engine.optimizer;

import io.polyphony.engine.tensor.Check;

/**
 * One cycle of the learning rate (Smith and Topin 2018), with PyTorch's numbers: half a cosine from 1/25 up to the peak, then
 * half a cosine down to a 10,000th of the beginning. The momentum, which both cycle the other way round, stays as it is.
 *
 * @param warmUp share of all steps on the way up, 0.01..0.9; 0.3 in PyTorch
 */
public record OneCycleSchedule(double warmUp) implements ScheduleSpec {
    private static final double FIRST = 1 / 25.0;
    private static final double LAST = FIRST / 10_000;

    public OneCycleSchedule {
        Check.range("warmUp", warmUp, 0.01, 0.9);
    }

    @Override
    public double factor(long step, long steps) {
        double top = Math.max(1, warmUp * steps - 1);
        double end = Math.max(top + 1, steps - 1.0);
        return step <= top ? between(FIRST, 1, step / top) : between(1, LAST, Math.min(1, (step - top) / (end - top)));
    }

    private static double between(double from, double to, double progress) {
        return to + (from - to) / 2 * (1 + Math.cos(Math.PI * progress));
    }
}
