package io.polyphony.engine.loss;

import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.op.Attribute;
import io.polyphony.engine.op.LogSumExp;
import io.polyphony.engine.op.Twin;
import java.util.Arrays;
import java.util.List;

/** Cross-entropy of one logit per class through softmax. */
final class SoftmaxCrossEntropy implements TaskLoss {
    private final int classes;
    private final double smoothing;
    private final double[] classWeights;
    private final double[] logs;

    /**
     * @param smoothing share of a label's mass spread evenly over all classes
     * @param classWeights factor on rows of each class
     */
    SoftmaxCrossEntropy(double smoothing, double[] classWeights) {
        this.classes = classWeights.length;
        this.smoothing = smoothing;
        this.classWeights = classWeights.clone();
        this.logs = new double[classes];
    }

    @Override
    public int width() {
        return classes;
    }

    @Override
    public double evaluate(float[] outputs, float[] labels, float[] mask, float[] gradient) {
        Arrays.fill(gradient, 0f);
        double present = TaskLoss.present(mask);
        double sum = 0;
        for (int row = 0; row < mask.length && present > 0; row++) {
            if (mask[row] > 0) {
                sum += row(outputs, row, (int) labels[row], gradient, mask[row] / present);
            }
        }
        return sum;
    }

    private double row(float[] outputs, int row, int label, float[] gradient, double share) {
        logProbabilities(outputs, row);
        double loss = 0;
        for (int k = 0; k < classes; k++) {
            double target = (k == label ? 1 - smoothing : 0) + smoothing / classes;
            loss -= target * logs[k];
            gradient[row * classes + k] = (float) (classWeights[label] * (Math.exp(logs[k]) - target) * share);
        }
        return classWeights[label] * loss * share;
    }

    private void logProbabilities(float[] outputs, int row) {
        for (int k = 0; k < classes; k++) {
            logs[k] = outputs[row * classes + k];
        }
        double norm = LogSumExp.of(logs);
        for (int k = 0; k < classes; k++) {
            logs[k] -= norm;
        }
    }

    @Override
    public float[] answer(float[] outputs, int row) {
        logProbabilities(outputs, row);
        var probabilities = new float[classes];
        for (int k = 0; k < classes; k++) {
            probabilities[k] = (float) Math.exp(logs[k]);
        }
        return probabilities;
    }

    @Override
    public float[] slope(float[] outputs, int row, float[] weights) {
        logProbabilities(outputs, row);
        double mean = 0;
        for (int k = 0; k < classes; k++) {
            mean += weights[k] * Math.exp(logs[k]);
        }
        var slope = new float[classes];
        for (int k = 0; k < classes; k++) {
            slope[k] = (float) (Math.exp(logs[k]) * (weights[k] - mean));
        }
        return slope;
    }

    @Override
    public String onnx(Twin twin, String outputs) {
        return twin.node("Softmax", List.of(outputs), Attribute.whole("axis", -1));
    }

    @Override
    public float[] constant(TaskLabels labels) {
        var shares = ClassShares.of(labels, classes, smoothing, classWeights);
        var logits = new float[classes];
        for (int k = 0; k < classes; k++) {
            logits[k] = (float) Math.log(shares[k]);
        }
        return logits;
    }
}
