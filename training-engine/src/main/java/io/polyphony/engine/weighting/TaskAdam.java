package io.polyphony.engine.weighting;

/** Adam (Kingma and Ba 2015) on one number per task. */
final class TaskAdam {
    private final double[] values;
    private final double[] first;
    private final double[] second;
    private long steps;

    TaskAdam(int tasks) {
        values = new double[tasks];
        first = new double[tasks];
        second = new double[tasks];
    }

    /** Live. */
    double[] values() {
        return values;
    }

    /** Begins a step, in which each task moves at most once. */
    void begin() {
        steps++;
    }

    /** Moves a task's number against its slope. */
    void move(int task, double slope, double rate) {
        first[task] = 0.9 * first[task] + 0.1 * slope;
        second[task] = 0.999 * second[task] + 0.001 * slope * slope;
        double mean = first[task] / (1 - Math.pow(0.9, steps));
        double square = second[task] / (1 - Math.pow(0.999, steps));
        values[task] -= rate * mean / (Math.sqrt(square) + 1e-8);
    }

    void write(StateVector out) {
        out.put(steps);
        out.put(values);
        out.put(first);
        out.put(second);
    }

    void read(StateVector in) {
        steps = (long) in.get();
        in.get(values);
        in.get(first);
        in.get(second);
    }
}
