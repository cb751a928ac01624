package io.polyphony.engine.loss;

import io.polyphony.engine.data.Masks;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.op.Attribute;
import io.polyphony.engine.op.Twin;
import java.util.Arrays;
import java.util.List;

/**
 * Cross-entropy of every pixel plus 1 - soft Dice of every picture (Milletari 2016: 2 sum p g / (sum p^2 + sum g^2)), which
 * does not care how much background there is; of more than two classes the mean of their Dice. The mean over rows with a known
 * pixel. Two classes have one logit per pixel, that of the second, and labels that may lie between: so much of the pixel is the
 * second's.
 */
final class MaskLoss implements TaskLoss {
    /** Keeps the Dice of a class that is neither there nor drawn at 1. */
    private static final double SMOOTH = 1;

    private final int pixels;
    private final int channels;
    private final double[] p;
    private final double[] together;
    private final double[] squares;
    private final double[] truths;

    /** @param classes at least 2 */
    MaskLoss(int pixels, int classes) {
        this.pixels = pixels;
        this.channels = classes == 2 ? 1 : classes;
        this.p = new double[pixels * channels];
        this.together = new double[channels];
        this.squares = new double[channels];
        this.truths = new double[channels];
    }

    @Override
    public int width() {
        return pixels * channels;
    }

    @Override
    public double evaluate(float[] outputs, float[] labels, float[] mask, float[] gradient) {
        Arrays.fill(gradient, 0f);
        int rows = mask.length / pixels;
        int present = 0;
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            int known = known(mask, row);
            if (known > 0) {
                present++;
                sum += row(outputs, labels, mask, gradient, row, known);
            }
        }
        for (int i = 0; i < gradient.length && present > 0; i++) {
            gradient[i] /= present;
        }
        return present == 0 ? 0 : sum / present;
    }

    private int known(float[] mask, int row) {
        int known = 0;
        for (int i = row * pixels; i < (row + 1) * pixels; i++) {
            known += mask[i] > 0 ? 1 : 0;
        }
        return known;
    }

    private double row(float[] outputs, float[] labels, float[] mask, float[] gradient, int row, int known) {
        Arrays.fill(together, 0);
        Arrays.fill(squares, 0);
        Arrays.fill(truths, 0);
        double entropy = 0;
        for (int i = 0; i < pixels; i++) {
            if (mask[row * pixels + i] > 0) {
                entropy += pixel(outputs, row * pixels + i, labels[row * pixels + i], i) / known;
            }
        }
        double dice = 0;
        for (int c = 0; c < channels; c++) {
            dice += (2 * together[c] + SMOOTH) / (squares[c] + truths[c] + SMOOTH) / channels;
        }
        for (int i = 0; i < pixels; i++) {
            if (mask[row * pixels + i] > 0) {
                slopes(gradient, row * pixels + i, labels[row * pixels + i], i, known);
            }
        }
        return entropy + 1 - dice;
    }

    /** The pixel's probabilities, its share of the sums, and its cross-entropy. */
    private double pixel(float[] outputs, int at, float label, int i) {
        double entropy = probabilities(outputs, at, label, i);
        for (int c = 0; c < channels; c++) {
            double value = p[i * channels + c];
            double target = target(label, c);
            together[c] += target * value;
            squares[c] += value * value;
            truths[c] += target * target;
        }
        return entropy;
    }

    /** How much of the pixel has the channel's class. */
    private double target(float label, int channel) {
        return channels == 1 ? label : (int) label == channel ? 1 : 0;
    }

    /** Softmax, or the logistic function of a single logit; returns minus the logarithm of the label's. */
    private double probabilities(float[] outputs, int at, float label, int i) {
        if (channels == 1) {
            double logit = outputs[at];
            double small = Math.exp(-Math.abs(logit));
            p[i] = (logit >= 0 ? 1 : small) / (1 + small);
            return Math.max(0, logit) - label * logit + Math.log(1 + small);
        }
        int from = at * channels;
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < channels; c++) {
            largest = Math.max(largest, outputs[from + c]);
        }
        double sum = 0;
        for (int c = 0; c < channels; c++) {
            p[i * channels + c] = Math.exp(outputs[from + c] - largest);
            sum += p[i * channels + c];
        }
        for (int c = 0; c < channels; c++) {
            p[i * channels + c] /= sum;
        }
        return largest + Math.log(sum) - outputs[from + (int) label];
    }

    /** By each logit: that of the cross-entropy, (p - g) / known, and that of the Dice through the probabilities. */
    private void slopes(float[] gradient, int at, float label, int i, int known) {
        double mean = 0;
        for (int c = 0; c < channels; c++) {
            mean += p[i * channels + c] * diceSlope(c, i, label);
        }
        for (int c = 0; c < channels; c++) {
            double value = p[i * channels + c];
            double slope = diceSlope(c, i, label);
            double through = channels == 1 ? value * (1 - value) * slope : value * (slope - mean);
            double target = target(label, c);
            gradient[at * channels + c] = (float) ((value - target) / known + through);
        }
    }

    /** The derivative of 1 - Dice by the pixel's probability of a class. */
    private double diceSlope(int c, int i, float label) {
        double below = squares[c] + truths[c] + SMOOTH;
        double above = 2 * together[c] + SMOOTH;
        double target = target(label, c);
        return -(2 * target * below - above * 2 * p[i * channels + c]) / (below * below * channels);
    }

    /** Probabilities of every pixel, as the outputs lie: of two classes, that of the second. */
    @Override
    public float[] answer(float[] outputs, int row) {
        var answer = new float[width()];
        for (int i = 0; i < pixels; i++) {
            probabilities(outputs, row * pixels + i, 0, i);
        }
        for (int i = 0; i < answer.length; i++) {
            answer[i] = (float) p[i];
        }
        return answer;
    }

    @Override
    public float[] slope(float[] outputs, int row, float[] weights) {
        var slope = answer(outputs, row);
        for (int from = 0; from < slope.length; from += channels) {
            double mean = 0;
            for (int c = from; c < from + channels; c++) {
                mean += weights[c] * p[c];
            }
            for (int c = from; c < from + channels; c++) {
                slope[c] = (float) (channels == 1 ? weights[c] * p[c] * (1 - p[c]) : p[c] * (weights[c] - mean));
            }
        }
        return slope;
    }

    @Override
    public String onnx(Twin twin, String outputs) {
        if (channels == 1) {
            return twin.node("Sigmoid", outputs);
        }
        var pixelwise = twin.reshaped(outputs, pixels, channels);
        return twin.reshaped(twin.node("Softmax", List.of(pixelwise), Attribute.whole("axis", -1)), width());
    }

    /** Every pixel says how frequent each class is. */
    @Override
    public float[] constant(TaskLabels labels) {
        var masks = Masks.of(labels);
        var counts = Arrays.stream(masks.counts()).map(count -> 1 + count).toArray();
        var answer = new float[width()];
        for (int i = 0; i < answer.length; i++) {
            answer[i] = (float) (channels == 1 ? Math.log(counts[1] / counts[0]) : Math.log(counts[i % channels]));
        }
        return answer;
    }

    @Override
    public double constantLoss(TaskLabels labels) {
        return SceneRows.sample(labels).loss(this, constant(labels));
    }
}
