package io.polyphony.engine.loss;

import io.polyphony.engine.tensor.Check;

/**
 * What the tasks' losses look like, as far as there is a choice.
 *
 * @param labelSmoothing probability mass spread over the other classes, 0..0.5
 * @param classWeights whether rare classes, and of sets of labels what is rarer of there and not there, count more, by the inverse
 *     square root of their frequency
 * @param regressionLoss the loss of all regressions that aim at the median; the others have the one that suits their aim
 * @param focus gamma of the focal loss of classifications, 0..10; 0 for the plain cross-entropy
 * @param evenWindows whether errors of forecasts count in units of their windows, where these are told in such: what is small
 *     counts as much as what is large
 */
public record LossSpec(
        double labelSmoothing, boolean classWeights, RegressionLoss regressionLoss, double focus, boolean evenWindows) {
    public LossSpec {
        Check.range("labelSmoothing", labelSmoothing, 0, 0.5);
        Check.range("focus", focus, 0, 10);
    }

    /** Errors of forecasts count as large as they are. */
    public LossSpec(double labelSmoothing, boolean classWeights, RegressionLoss regressionLoss, double focus) {
        this(labelSmoothing, classWeights, regressionLoss, focus, false);
    }

    /** The same, and windows of every size count alike. */
    public LossSpec withEvenWindows() {
        return new LossSpec(labelSmoothing, classWeights, regressionLoss, focus, true);
    }

    /** Every label as it is, every class alike. */
    public static LossSpec plain() {
        return of(RegressionLoss.HUBER);
    }

    /** The same with that loss for regressions. */
    public static LossSpec of(RegressionLoss regressionLoss) {
        return new LossSpec(0, false, regressionLoss, 0);
    }
}
