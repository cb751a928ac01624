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
     * @param focus gamma of the focal loss for classes without an order, 0 for the plain cross-entropy; with it there is no
     *     smoothing
     */
    public static TaskLoss of(
            TaskLabels train, double smoothing, boolean weighted, RegressionLoss regression, double focus) {
        if (focus > 0 && (train.type() == TaskType.BINARY || train.type() == TaskType.MULTICLASS)) {
            return new FocalLoss(focus, weights(train, train.classes().size(), weighted));
        }
        return switch (train.type()) {
            case BINARY -> new BinaryCrossEntropy(smoothing, weights(train, 2, weighted));
            case MULTICLASS ->
                new SoftmaxCrossEntropy(
                        smoothing, weights(train, train.classes().size(), weighted));
            case ORDINAL -> new Corn(weights(train, train.classes().size(), weighted));
            case REGRESSION -> new ValueLoss(regression);
            case COUNT -> new PoissonLoss();
        };
    }

    /** A loss that is only asked what outputs mean. */
    public static TaskLoss forAnswers(TaskType type, List<String> classes) {
        return switch (type) {
            case BINARY -> new BinaryCrossEntropy(0, ClassShares.even(2));
            case MULTICLASS -> new SoftmaxCrossEntropy(0, ClassShares.even(classes.size()));
            case ORDINAL -> new Corn(ClassShares.even(classes.size()));
            case REGRESSION -> new ValueLoss(RegressionLoss.SQUARED);
            case COUNT -> new PoissonLoss();
        };
    }

    private static double[] weights(TaskLabels train, int classes, boolean weighted) {
        return weighted ? ClassShares.inverseRoots(train, classes) : ClassShares.even(classes);
    }
}
