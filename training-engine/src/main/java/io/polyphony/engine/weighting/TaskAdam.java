package io.polyphony.engine.weighting;

import java.util.Arrays;

/**
 * Adam (Kingma and Ba 2015) on one number per task. Each task counts its own steps: those that went by without it have no part in
 * its running means, which begin with the first that it took.
 */
final class TaskAdam {
    private final double[] values;
    private final double[] first;
    private final double[] second;
    private final double[] steps;

    TaskAdam(int tasks) {
        values = new double[tasks];
        first = new double[tasks];
        second = new double[tasks];
        steps = new double[tasks];
    }

    /** Live. */
    double[] values() {
        return values;
    }

    /** Moves a task's number against its slope. */
    void move(int task, double slope, double rate) {
        steps[task]++;
        first[task] = 0.9 * first[task] + 0.1 * slope;
        second[task] = 0.999 * second[task] + 0.001 * slope * slope;
        double mean = first[task] / (1 - Math.pow(0.9, steps[task]));
        double square = second[task] / (1 - Math.pow(0.999, steps[task]));
        values[task] -= rate * mean / (Math.sqrt(square) + 1e-8);
    }

    void write(StateVector out) {
        out.put(steps);
        out.put(values);
        out.put(first);
        out.put(second);
    }

    /** Checkpoints from before tasks counted for themselves hold one number of steps, which then is everybody's. */
    void read(StateVector in) {
        if (in.left() == 1 + 3 * values.length) {
            Arrays.fill(steps, in.get());
        } else {
            in.get(steps);
        }
        in.get(values);
        in.get(first);
        in.get(second);
    }
}
