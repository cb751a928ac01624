package io.polyphony.engine.weighting;

/**
 * Minimises the sum over tasks of L / (2 e^s) + s / 2 (regression) or L / e^s + s / 2 (classification) in the network's
 * parameters and in the log variances s, which start at 0, stay within [-5, 5] and learn ten times as fast, by Adam.
 */
final class UncertaintyWeighting implements LossWeighting {
    private static final double LIMIT = 5;
    private static final double FASTER = 10;
    private final boolean[] regressions;
    private final double[] logVariances;
    private final double[] first;
    private final double[] second;
    private long steps;

    UncertaintyWeighting(boolean[] regressions) {
        this.regressions = regressions.clone();
        this.logVariances = new double[regressions.length];
        this.first = new double[regressions.length];
        this.second = new double[regressions.length];
    }

    @Override
    public double[] factors(double[] losses, boolean[] present) {
        var factors = new double[regressions.length];
        for (int task = 0; task < factors.length; task++) {
            factors[task] = Math.exp(-logVariances[task]) / (regressions[task] ? 2 : 1);
        }
        return factors;
    }

    @Override
    public double total(double[] losses, boolean[] present) {
        double total = LossWeighting.super.total(losses, present);
        for (int task = 0; task < losses.length; task++) {
            total += present[task] ? logVariances[task] / 2 : 0;
        }
        return total;
    }

    @Override
    public void step(double[] losses, boolean[] present, double learningRate) {
        steps++;
        var factors = factors(losses, present);
        for (int task = 0; task < losses.length; task++) {
            if (present[task]) {
                adam(task, 0.5 - factors[task] * losses[task], FASTER * learningRate);
            }
        }
    }

    private void adam(int task, double slope, double rate) {
        first[task] = 0.9 * first[task] + 0.1 * slope;
        second[task] = 0.999 * second[task] + 0.001 * slope * slope;
        double mean = first[task] / (1 - Math.pow(0.9, steps));
        double square = second[task] / (1 - Math.pow(0.999, steps));
        logVariances[task] = Math.clamp(logVariances[task] - rate * mean / (Math.sqrt(square) + 1e-8), -LIMIT, LIMIT);
    }

    @Override
    public double[] state() {
        int tasks = logVariances.length;
        var state = new double[1 + 3 * tasks];
        state[0] = steps;
        System.arraycopy(logVariances, 0, state, 1, tasks);
        System.arraycopy(first, 0, state, 1 + tasks, tasks);
        System.arraycopy(second, 0, state, 1 + 2 * tasks, tasks);
        return state;
    }

    @Override
    public void restore(double[] state) {
        int tasks = logVariances.length;
        steps = (long) state[0];
        System.arraycopy(state, 1, logVariances, 0, tasks);
        System.arraycopy(state, 1 + tasks, first, 0, tasks);
        System.arraycopy(state, 1 + 2 * tasks, second, 0, tasks);
    }
}
