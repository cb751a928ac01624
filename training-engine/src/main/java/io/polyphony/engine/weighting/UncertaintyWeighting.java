package io.polyphony.engine.weighting;

import java.util.random.RandomGenerator;

/**
 * Minimises the sum over tasks of L / (2 e^s) + s / 2 (regression) or L / e^s + s / 2 (classification) in the network's
 * parameters and in the log variances s, which start at 0, stay within [-5, 5] and learn ten times as fast, by Adam.
 */
final class UncertaintyWeighting implements LossWeighting {
    private static final double LIMIT = 5;
    private static final double FASTER = 10;
    private final boolean[] regressions;
    private final TaskAdam logVariances;

    UncertaintyWeighting(boolean[] regressions) {
        this.regressions = regressions.clone();
        this.logVariances = new TaskAdam(regressions.length);
    }

    @Override
    public double[] factors(StepLosses losses, RandomGenerator random) {
        var factors = new double[regressions.length];
        for (int task = 0; task < factors.length; task++) {
            factors[task] = factor(task);
        }
        return factors;
    }

    private double factor(int task) {
        return Math.exp(-logVariances.values()[task]) / (regressions[task] ? 2 : 1);
    }

    @Override
    public double total(double[] factors, StepLosses losses) {
        double total = LossWeighting.super.total(factors, losses);
        for (int task = 0; task < losses.tasks(); task++) {
            total += losses.present()[task] ? logVariances.values()[task] / 2 : 0;
        }
        return total;
    }

    @Override
    public void step(StepLosses losses, double learningRate) {
        for (int task = 0; task < losses.tasks(); task++) {
            if (losses.present()[task]) {
                double slope = 0.5 - factor(task) * losses.values()[task];
                logVariances.move(task, slope, FASTER * learningRate);
                logVariances.values()[task] = Math.clamp(logVariances.values()[task], -LIMIT, LIMIT);
            }
        }
    }

    @Override
    public double[] state() {
        var out = new StateVector();
        logVariances.write(out);
        return out.numbers();
    }

    @Override
    public void restore(double[] state) {
        logVariances.read(new StateVector(state));
    }
}
