package io.polyphony.engine.evaluation;

import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.data.TaskSpec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One task's predictions beside the truth.
 *
 * @param classes class names, empty for regression
 * @param scores per row, probabilities per class (two for a binary task, the second is the positive class), or one value in original units
 * @param truth class index, or value in original units
 * @param mask 1 where the truth is known; other rows count for no metric
 */
public record TaskPredictions(TaskSpec task, List<String> classes, float[][] scores, float[] truth, float[] mask) {

    public TaskPredictions {
        classes = List.copyOf(classes);
        if (scores.length != truth.length || truth.length != mask.length) {
            throw new IllegalArgumentException(
                    "The task (%s) has %d scores, %d truths and %d masks, but they go row by row."
                            .formatted(task.name(), scores.length, truth.length, mask.length));
        }
    }

    /**
     * From what the network puts out.
     *
     * @param outputs per row, probabilities per class, or one STANDARDISED value
     */
    public static TaskPredictions of(TaskCodec codec, TaskLabels labels, float[][] outputs) {
        var regression = !codec.task().type().isClassification();
        var truth = labels.values().clone();
        var scores = new float[outputs.length][];
        for (var i = 0; i < outputs.length; i++) {
            truth[i] = (float) codec.decode(truth[i]);
            scores[i] = regression ? new float[] {(float) codec.decode(outputs[i][0])} : outputs[i].clone();
        }
        return new TaskPredictions(codec.task(), codec.classes(), scores, truth, labels.mask());
    }

    /** How many rows there are, with a known truth or without. */
    public int rows() {
        return truth.length;
    }

    /** Only the rows whose truth is known. */
    public TaskPredictions known() {
        return select(IntStream.range(0, rows()).filter(row -> mask[row] > 0).toArray());
    }

    /** These rows, in this order; a row may be taken several times. */
    public TaskPredictions select(int[] chosen) {
        var picked = new float[chosen.length][];
        var targets = new float[chosen.length];
        var there = new float[chosen.length];
        for (var i = 0; i < chosen.length; i++) {
            picked[i] = scores[chosen[i]];
            targets[i] = truth[chosen[i]];
            there[i] = mask[chosen[i]];
        }
        return new TaskPredictions(task, classes, picked, targets, there);
    }

    /** The most probable class of a row; of several equally probable ones the first. */
    public int predictedClass(int row) {
        var best = 0;
        for (var c = 1; c < scores[row].length; c++) {
            if (scores[row][c] > scores[row][best]) {
                best = c;
            }
        }
        return best;
    }
}
