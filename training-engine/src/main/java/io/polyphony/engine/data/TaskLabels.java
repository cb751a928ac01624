package io.polyphony.engine.data;

import java.util.List;

/**
 * One task's targets for some rows; a row has one target or several.
 *
 * @param classes class or label names, empty for quantities; a binary task's positive class is the second
 * @param values class index, the standardised target ({@link TaskCodec#decode} undoes it), or 1 for a label that is there;
 *     row-major [rows, width]
 * @param mask 1 where the target is known, 0 where it is missing (its value is 0 then); as many as values
 * @param mean of the train targets in the scale in which they were standardised; 0 for classes
 * @param deviation of the same; 1 for classes
 * @param width targets per row
 * @param naive what somebody would say who only repeats the past, standardised, as many as values; empty where there is no past
 */
public record TaskLabels(
        String task,
        TaskType type,
        List<String> classes,
        float[] values,
        float[] mask,
        double mean,
        double deviation,
        int width,
        float[] naive) {

    public TaskLabels {
        classes = List.copyOf(classes);
        if (width < 1 || values.length % width != 0 || mask.length != values.length) {
            throw new IllegalArgumentException("The task (%s) has %d values and %d masks, but %d per row."
                    .formatted(task, values.length, mask.length, width));
        }
    }

    /** One target per row. */
    public TaskLabels(
            String task,
            TaskType type,
            List<String> classes,
            float[] values,
            float[] mask,
            double mean,
            double deviation) {
        this(task, type, classes, values, mask, mean, deviation, 1, new float[0]);
    }

    /** The targets of rows that nobody knows. */
    public static TaskLabels unknown(TaskCodec codec, int rows) {
        var none = new float[Math.multiplyExact(rows, codec.width())];
        return new TaskLabels(
                codec.task().name(),
                codec.task().type(),
                codec.classes(),
                none,
                none,
                0,
                1,
                codec.width(),
                new float[0]);
    }

    public int rows() {
        return values.length / width;
    }

    public TaskLabels select(int[] rows) {
        return new TaskLabels(
                task,
                type,
                classes,
                select(values, rows),
                select(mask, rows),
                mean,
                deviation,
                width,
                naive.length == 0 ? naive : select(naive, rows));
    }

    private float[] select(float[] all, int[] rows) {
        var chosen = new float[rows.length * width];
        for (var i = 0; i < rows.length; i++) {
            System.arraycopy(all, rows[i] * width, chosen, i * width, width);
        }
        return chosen;
    }
}
