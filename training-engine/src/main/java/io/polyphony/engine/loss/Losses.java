package io.polyphony.engine.loss;

import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.data.TaskType;
import java.util.List;

/** The loss of each type of task. */
public final class Losses {
    private Losses() {}

    /**
     * The loss of a task.
     *
     * @param train labels of the training rows, for the class weights
     * @param smoothing label smoothing of classifications
     * @param weighted whether rare classes count more
     */
    public static TaskLoss of(TaskLabels train, double smoothing, boolean weighted, RegressionLoss regression) {
        return switch (train.type()) {
            case BINARY -> new BinaryCrossEntropy(smoothing, weights(train, 2, weighted));
            case MULTICLASS ->
                new SoftmaxCrossEntropy(
                        smoothing, weights(train, train.classes().size(), weighted));
            case REGRESSION -> new ValueLoss(regression);
        };
    }

    /** A loss that is only asked what outputs mean. */
    public static TaskLoss forAnswers(TaskType type, List<String> classes) {
        return switch (type) {
            case BINARY -> new BinaryCrossEntropy(0, ClassShares.even(2));
            case MULTICLASS -> new SoftmaxCrossEntropy(0, ClassShares.even(classes.size()));
            case REGRESSION -> new ValueLoss(RegressionLoss.SQUARED);
        };
    }

    private static double[] weights(TaskLabels train, int classes, boolean weighted) {
        return weighted ? ClassShares.inverseRoots(train, classes) : ClassShares.even(classes);
    }
}
