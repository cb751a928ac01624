package io.polyphony.engine.weighting;

/** Combines the losses of several tasks, step by step. */
public interface LossWeighting {

    /**
     * The factor on each task's loss in this step's total; the gradient of a task is scaled by it.
     *
     * @param losses raw mean loss per task
     * @param present whether a task has any label in this batch
     */
    double[] factors(double[] losses, boolean[] present);

    /** What is minimised, for reports. */
    default double total(double[] losses, boolean[] present) {
        var factors = factors(losses, present);
        double total = 0;
        for (int task = 0; task < losses.length; task++) {
            total += present[task] ? factors[task] * losses[task] : 0;
        }
        return total;
    }

    /** Learns from this step's losses, where there is something to learn. */
    default void step(double[] losses, boolean[] present, double learningRate) {}

    /** All that was learned, for a checkpoint. */
    default double[] state() {
        return new double[0];
    }

    /** Goes on from a state. */
    default void restore(double[] state) {}
}
