package io.polyphony.engine.loss;

import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.op.Twin;
import java.util.Arrays;

/** Cross-entropy of one logit per label, each through a logistic function of its own: labels do not exclude each other. */
final class LabelLoss implements TaskLoss {
    private final int width;
    private final double smoothing;
    private final double[][] weights;

    /**
     * Every label counts alike.
     *
     * @param width how many labels there are
     * @param smoothing share of a label's mass spread evenly over there and not there
     */
    LabelLoss(int width, double smoothing) {
        this(ClassShares.evenLabels(width), smoothing);
    }

    /**
     * Labels count as much as they are weighed.
     *
     * @param weights of each label: factors on rows without and with it
     * @param smoothing share of a label's mass spread evenly over there and not there
     */
    LabelLoss(double[][] weights, double smoothing) {
        this.width = weights.length;
        this.smoothing = smoothing;
        this.weights = weights.clone();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public double evaluate(float[] outputs, float[] labels, float[] mask, float[] gradient) {
        Arrays.fill(gradient, 0f);
        double present = TaskLoss.present(mask);
        double sum = 0;
        for (int i = 0; i < mask.length && present > 0; i++) {
            if (mask[i] > 0) {
                double logit = outputs[i];
                double target = smoothed(labels[i]);
                double weight = mask[i] * weight(i, labels[i]);
                sum += weight * (Math.max(logit, 0) - logit * target + Math.log1p(Math.exp(-Math.abs(logit))));
                gradient[i] = (float) (weight * (BinaryCrossEntropy.probability(logit) - target) / present);
            }
        }
        return present == 0 ? 0 : sum / present;
    }

    @Override
    public float[] answer(float[] outputs, int row) {
        var probabilities = new float[width];
        for (int label = 0; label < width; label++) {
            probabilities[label] = (float) BinaryCrossEntropy.probability(outputs[row * width + label]);
        }
        return probabilities;
    }

    @Override
    public float[] slope(float[] outputs, int row, float[] weights) {
        var slope = new float[width];
        for (int label = 0; label < width; label++) {
            double probability = BinaryCrossEntropy.probability(outputs[row * width + label]);
            slope[label] = (float) (weights[label] * probability * (1 - probability));
        }
        return slope;
    }

    @Override
    public String onnx(Twin twin, String outputs) {
        return twin.node("Sigmoid", outputs);
    }

    /** The logarithm of the odds of each label; a label without an example for or against it is far from certain. */
    @Override
    public float[] constant(TaskLabels labels) {
        var logits = new float[width];
        for (int label = 0; label < width; label++) {
            double there = 0;
            double known = 0;
            for (int i = label; i < labels.mask().length; i += width) {
                double weight = labels.mask()[i] > 0 ? weight(i, labels.values()[i]) : 0;
                known += weight;
                there += weight * smoothed(labels.values()[i]);
            }
            double share = Math.clamp(there / (known > 0 ? known : 1), 1e-4, 1 - 1e-4);
            logits[label] = (float) Math.log(share / (1 - share));
        }
        return logits;
    }

    /** @param place in row after row of labels */
    private double weight(int place, float label) {
        var either = weights[place % width];
        return either[label > 0 ? 1 : 0];
    }

    private double smoothed(double label) {
        return label * (1 - smoothing) + smoothing / 2;
    }
}
