package io.polyphony.engine.loss;

import io.polyphony.engine.data.Boxes;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.op.Attribute;
import io.polyphony.engine.op.Twin;
import java.util.Arrays;
import java.util.List;

/**
 * The loss of things found as points (Zhou 2019, equations 1 to 4), in the layout of {@link Boxes}: a focal loss of every
 * cell and class, -(1 - p)^2 log p where a middle lies and -(1 - y)^4 p^2 log(1 - p) elsewhere, y the nearness of a middle; and
 * at middles the absolute error of the place within the cell, plus a share of that of width and height. All is divided by the
 * picture's things (by 1 where it has none); the mean over rows with a known answer. The paper's weight of sizes, 0.1 on its
 * grid of 128 cells, is kept for the same share of the picture: 12.8 / grid.
 */
final class BoxLoss implements TaskLoss {
    private static final double SIZES = 0.1 * 128;

    private final int cells;
    private final int classes;
    private final int channels;
    private final double sizes;

    /** @param grid cells per side */
    BoxLoss(int grid, int classes) {
        this.cells = grid * grid;
        this.classes = classes;
        this.channels = classes + Boxes.PLACE;
        this.sizes = SIZES / grid;
    }

    @Override
    public int width() {
        return cells * channels;
    }

    @Override
    public double evaluate(float[] outputs, float[] labels, float[] mask, float[] gradient) {
        Arrays.fill(gradient, 0f);
        int present = 0;
        double sum = 0;
        for (int from = 0; from < mask.length; from += width()) {
            if (known(mask, from)) {
                present++;
                sum += row(outputs, labels, mask, gradient, from);
            }
        }
        for (int i = 0; i < gradient.length && present > 0; i++) {
            gradient[i] /= present;
        }
        return present == 0 ? 0 : sum / present;
    }

    private boolean known(float[] mask, int from) {
        for (int i = from; i < from + width(); i++) {
            if (mask[i] > 0) {
                return true;
            }
        }
        return false;
    }

    private double row(float[] outputs, float[] labels, float[] mask, float[] gradient, int from) {
        double share = 1.0 / Math.max(1, things(labels, mask, from));
        double sum = 0;
        for (int i = from; i < from + width(); i++) {
            if (mask[i] > 0) {
                int channel = (i - from) % channels;
                sum += share
                        * (channel < classes
                                ? nearness(outputs, labels, gradient, i, share)
                                : place(outputs, labels, gradient, i, share * weight(channel)));
            }
        }
        return sum;
    }

    private int things(float[] labels, float[] mask, int from) {
        int things = 0;
        for (int i = from; i < from + width(); i++) {
            things += (i - from) % channels < classes && mask[i] > 0 && labels[i] == 1 ? 1 : 0;
        }
        return things;
    }

    /** Of the place within a cell 1, of sizes their share. */
    private double weight(int channel) {
        return channel < classes + 2 ? 1 : sizes;
    }

    private static double nearness(float[] outputs, float[] labels, float[] gradient, int i, double share) {
        double logit = outputs[i];
        double p = BinaryCrossEntropy.probability(logit);
        double q = BinaryCrossEntropy.probability(-logit);
        if (labels[i] == 1) {
            double log = -softplus(-logit);
            gradient[i] = (float) (share * (2 * p * q * q * log - q * q * q));
            return -q * q * log;
        }
        double log = -softplus(logit);
        double far = Math.pow(1 - labels[i], 4);
        gradient[i] = (float) (share * far * (p * p * p - 2 * p * p * q * log));
        return -far * p * p * log;
    }

    /** log(1 + e^x). */
    private static double softplus(double x) {
        return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** The absolute error times its weight; the gradient has the share in it already. */
    private double place(float[] outputs, float[] labels, float[] gradient, int i, double slope) {
        double error = (double) outputs[i] - labels[i];
        gradient[i] = (float) (slope * Math.signum(error));
        return weight(i % width() % channels) * Math.abs(error);
    }

    /** Probabilities of the classes of every cell, places and sizes as they are. */
    @Override
    public float[] answer(float[] outputs, int row) {
        var answer = Arrays.copyOfRange(outputs, row * width(), (row + 1) * width());
        for (int i = 0; i < answer.length; i++) {
            answer[i] = i % channels < classes ? (float) BinaryCrossEntropy.probability(answer[i]) : answer[i];
        }
        return answer;
    }

    @Override
    public float[] slope(float[] outputs, int row, float[] weights) {
        var slope = answer(outputs, row);
        for (int i = 0; i < slope.length; i++) {
            slope[i] = i % channels < classes ? weights[i] * slope[i] * (1 - slope[i]) : weights[i];
        }
        return slope;
    }

    @Override
    public String onnx(Twin twin, String outputs) {
        var byCell = twin.reshaped(outputs, cells, channels);
        var middles = twin.node("Sigmoid", twin.slice(byCell, 2, 0, classes));
        var places = twin.slice(byCell, 2, classes, channels);
        var both = twin.node("Concat", List.of(middles, places), Attribute.whole("axis", 2));
        return twin.reshaped(both, width());
    }

    @Override
    public float[] constant(TaskLabels labels) {
        var everywhere = new ConstantBox(cells, classes, SceneRows.sample(labels)).answer();
        var answer = new float[width()];
        for (int i = 0; i < answer.length; i++) {
            answer[i] = everywhere[i % channels];
        }
        return answer;
    }

    @Override
    public double constantLoss(TaskLabels labels) {
        return SceneRows.sample(labels).loss(this, constant(labels));
    }
}
