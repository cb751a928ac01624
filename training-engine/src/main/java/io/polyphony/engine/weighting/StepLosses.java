package io.polyphony.engine.weighting;

/**
 * What the tasks lost in one step.
 *
 * @param values raw mean loss per task; 0 where a task has no label
 * @param present whether a task has any label in the step
 */
public record StepLosses(double[] values, boolean[] present) {

    public int tasks() {
        return values.length;
    }

    /** How many tasks have a label. */
    public int presentCount() {
        int count = 0;
        for (boolean there : present) {
            count += there ? 1 : 0;
        }
        return count;
    }
}
