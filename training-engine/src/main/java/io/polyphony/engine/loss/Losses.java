package io.polyphony.engine.loss;

import io.polyphony.engine.data.BoxCodec;
import io.polyphony.engine.data.Boxes;
import io.polyphony.engine.data.MaskCodec;
import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;

/** The loss of each type of task. */
public final class Losses {
    private Losses() {}

    /**
     * The loss of a task.
     *
     * @param train labels of the training rows, for the class weights
     * @param spec a focus is for classes without an order, and leaves no smoothing
     */
    public static TaskLoss of(TaskSpec task, TaskLabels train, LossSpec spec) {
        boolean weighted = spec.classWeights();
        double smoothing = spec.labelSmoothing();
        if (spec.focus() > 0 && (train.type() == TaskType.BINARY || train.type() == TaskType.MULTICLASS)) {
            return new FocalLoss(spec.focus(), weights(train, train.classes().size(), weighted));
        }
        return switch (train.type()) {
            case BINARY -> new BinaryCrossEntropy(smoothing, weights(train, 2, weighted));
            case MULTICLASS ->
                new SoftmaxCrossEntropy(
                        smoothing, weights(train, train.classes().size(), weighted));
            case ORDINAL -> new Corn(weights(train, train.classes().size(), weighted));
            case MULTILABEL ->
                new LabelLoss(
                        weighted ? ClassShares.inverseRootsOfLabels(train) : ClassShares.evenLabels(train.width()),
                        smoothing);
            case REGRESSION, VECTOR -> new ValueLoss(regression(task, spec), train.width());
            case COUNT -> new PoissonLoss();
            case FORECAST -> new ValueLoss(RegressionLoss.SQUARED, train.width());
            case SEGMENTATION -> new MaskLoss(train.seen(), train.classes().size());
            case DETECTION ->
                new BoxLoss(Boxes.of(train).grid(), train.classes().size());
        };
    }

    private static RegressionLoss regression(TaskSpec task, LossSpec spec) {
        return switch (task.aim()) {
            case MEDIAN -> spec.regressionLoss();
            case MEAN -> RegressionLoss.SQUARED;
            case LOWER_TENTH -> RegressionLoss.QUANTILE_10;
            case UPPER_TENTH -> RegressionLoss.QUANTILE_90;
        };
    }

    /** A loss that is only asked what outputs mean. */
    public static TaskLoss forAnswers(TaskCodec codec) {
        int classes = codec.classes().size();
        return switch (codec.task().type()) {
            case BINARY -> new BinaryCrossEntropy(0, ClassShares.even(2));
            case MULTICLASS -> new SoftmaxCrossEntropy(0, ClassShares.even(classes));
            case ORDINAL -> new Corn(ClassShares.even(classes));
            case MULTILABEL -> new LabelLoss(codec.width(), 0);
            case REGRESSION, VECTOR, FORECAST -> new ValueLoss(RegressionLoss.SQUARED, codec.width());
            case COUNT -> new PoissonLoss();
            case SEGMENTATION -> new MaskLoss(pixels(codec), classes);
            case DETECTION -> new BoxLoss(codec instanceof BoxCodec boxes ? boxes.grid() : 1, classes);
        };
    }

    private static int pixels(TaskCodec codec) {
        return codec instanceof MaskCodec masks ? masks.size() * masks.size() : 1;
    }

    private static double[] weights(TaskLabels train, int classes, boolean weighted) {
        return weighted ? ClassShares.inverseRoots(train, classes) : ClassShares.even(classes);
    }
}
