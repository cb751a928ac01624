package io.polyphony.engine.evaluation;

import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.data.TaskSpec;
import java.util.List;

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
}
