package io.polyphony.engine.data;

import java.util.List;

/**
 * One task's targets for some rows.
 *
 * @param classes class names, empty for regression; a binary task's positive class is the second
 * @param values class index, or the standardised target ({@link TaskCodec#decode} undoes it)
 * @param mask 1 where there is a label, 0 where it is missing (its value is 0 then)
 * @param mean of the train targets in the scale in which they were standardised; 0 for classes
 * @param deviation of the same; 1 for classes
 */
public record TaskLabels(
        String task, TaskType type, List<String> classes, float[] values, float[] mask, double mean, double deviation) {

    public TaskLabels {
        classes = List.copyOf(classes);
    }

    public TaskLabels select(int[] rows) {
        var chosen = new float[rows.length];
        var there = new float[rows.length];
        for (var i = 0; i < rows.length; i++) {
            chosen[i] = values[rows[i]];
            there[i] = mask[rows[i]];
        }
        return new TaskLabels(task, type, classes, chosen, there, mean, deviation);
    }
}
