package io.polyphony.engine.loss;

import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.op.Attribute;
import io.polyphony.engine.op.Twin;
import java.util.Arrays;
import java.util.List;

/** Cross-entropy of one logit through the logistic function. */
final class BinaryCrossEntropy implements TaskLoss {
    private final double smoothing;
    private final double[] classWeights;

    /**
     * @param smoothing share of a label's mass spread evenly over both classes
     * @param classWeights factor on rows of either class
     */
    BinaryCrossEntropy(double smoothing, double[] classWeights) {
        this.smoothing = smoothing;
        this.classWeights = classWeights.clone();
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public double evaluate(float[] outputs, float[] labels, float[] mask, float[] gradient) {
        Arrays.fill(gradient, 0f);
        double present = TaskLoss.present(mask);
        double sum = 0;
        for (int row = 0; row < mask.length && present > 0; row++) {
            if (mask[row] > 0) {
                double logit = outputs[row];
                double weight = mask[row] * classWeights[(int) labels[row]];
                double target = labels[row] * (1 - smoothing) + smoothing / 2;
                sum += weight * (Math.max(logit, 0) - logit * target + Math.log1p(Math.exp(-Math.abs(logit))));
                gradient[row] = (float) (weight * (probability(logit) - target) / present);
            }
        }
        return present == 0 ? 0 : sum / present;
    }

    @Override
    public float[] answer(float[] outputs, int row) {
        double positive = probability(outputs[row]);
        return new float[] {(float) (1 - positive), (float) positive};
    }

    @Override
    public float[] slope(float[] outputs, int row, float[] weights) {
        double positive = probability(outputs[row]);
        return new float[] {(float) ((weights[1] - weights[0]) * positive * (1 - positive))};
    }

    @Override
    public String onnx(Twin twin, String outputs) {
        var positive = twin.node("Sigmoid", outputs);
        var negative = twin.node("Sub", twin.number(1), positive);
        return twin.node("Concat", List.of(negative, positive), Attribute.whole("axis", 1));
    }

    @Override
    public float[] constant(TaskLabels labels) {
        var shares = ClassShares.of(labels, 2, smoothing, classWeights);
        return new float[] {(float) Math.log(shares[1] / shares[0])};
    }

    static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
