package io.polyphony.engine.loss;

import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.op.Attribute;
import io.polyphony.engine.op.Twin;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * Conditional ordinal regression (Shi, Cao and Raschka 2023): the k-th of K - 1 logits is the chance that the class is above
 * k, given that it is at least k. Each is trained by cross-entropy on the rows that it is about; their product makes the
 * classes' probabilities, which are in order by construction.
 */
final class Corn implements TaskLoss {
    private final int classes;
    private final double[] classWeights;

    /** @param classWeights factor on rows of each class */
    Corn(double[] classWeights) {
        this.classes = classWeights.length;
        this.classWeights = classWeights.clone();
    }

    @Override
    public int width() {
        return classes - 1;
    }

    /** Over the number of questions asked, as the authors do: a row of class k answers k + 1 of them, the last one K - 1. */
    @Override
    public double evaluate(float[] outputs, float[] labels, float[] mask, float[] gradient) {
        Arrays.fill(gradient, 0f);
        double questions = questions(labels, mask);
        double sum = 0;
        for (int row = 0; row < mask.length && questions > 0; row++) {
            if (mask[row] > 0) {
                sum += row(outputs, row, (int) labels[row], gradient, mask[row] / questions);
            }
        }
        return sum;
    }

    private double row(float[] outputs, int row, int label, float[] gradient, double share) {
        double loss = 0;
        double weight = classWeights[label];
        for (int k = 0; k <= Math.min(label, classes - 2); k++) {
            double logit = outputs[row * width() + k];
            double above = label > k ? 1 : 0;
            loss += weight * (Math.max(logit, 0) - logit * above + Math.log1p(Math.exp(-Math.abs(logit))));
            gradient[row * width() + k] = (float) (weight * (BinaryCrossEntropy.probability(logit) - above) * share);
        }
        return loss * share;
    }

    private double questions(float[] labels, float[] mask) {
        double questions = 0;
        for (int row = 0; row < mask.length; row++) {
            questions += mask[row] * Math.min((int) labels[row] + 1, classes - 1);
        }
        return questions;
    }

    @Override
    public float[] answer(float[] outputs, int row) {
        var probabilities = new float[classes];
        double atLeast = 1;
        for (int k = 0; k < classes - 1; k++) {
            double above = atLeast * BinaryCrossEntropy.probability(outputs[row * width() + k]);
            probabilities[k] = (float) (atLeast - above);
            atLeast = above;
        }
        probabilities[classes - 1] = (float) atLeast;
        return probabilities;
    }

    /** A logit moves its own class one way, and all classes above it in proportion the other way. */
    @Override
    public float[] slope(float[] outputs, int row, float[] weights) {
        var probabilities = answer(outputs, row);
        var slope = new float[width()];
        double above = 0;
        for (int k = width() - 1; k >= 0; k--) {
            above += (double) weights[k + 1] * probabilities[k + 1];
            double further = BinaryCrossEntropy.probability(outputs[row * width() + k]);
            slope[k] = (float) ((1 - further) * above - further * weights[k] * probabilities[k]);
        }
        return slope;
    }

    @Override
    public String onnx(Twin twin, String outputs) {
        var parts = new ArrayList<String>();
        var atLeast = twin.filled(outputs, 1, 1);
        for (int k = 0; k < classes - 1; k++) {
            var above = twin.node("Mul", atLeast, twin.node("Sigmoid", twin.slice(outputs, 1, k, k + 1)));
            parts.add(twin.node("Sub", atLeast, above));
            atLeast = above;
        }
        parts.add(atLeast);
        return twin.node("Concat", parts, Attribute.whole("axis", 1));
    }

    @Override
    public float[] constant(TaskLabels labels) {
        var shares = ClassShares.of(labels, classes, 0, classWeights);
        var logits = new float[width()];
        double above = 0;
        for (int k = classes - 2; k >= 0; k--) {
            above += shares[k + 1];
            logits[k] = (float) Math.log(above / shares[k]);
        }
        return logits;
    }
}
