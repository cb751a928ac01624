package io.polyphony.engine.loss;

import io.polyphony.engine.data.TaskLabels;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The loss of one standardised value, or of several.
 *
 * @param width values per row
 */
record ValueLoss(RegressionLoss kind, int width) implements TaskLoss {

    @Override
    public double evaluate(float[] outputs, float[] labels, float[] mask, float[] gradient) {
        Arrays.fill(gradient, 0f);
        double present = TaskLoss.present(mask);
        double sum = 0;
        for (int i = 0; i < mask.length && present > 0; i++) {
            if (mask[i] > 0) {
                double error = (double) outputs[i] - labels[i];
                sum += mask[i] * kind.value(error);
                gradient[i] = (float) (mask[i] * kind.slope(error) / present);
            }
        }
        return present == 0 ? 0 : sum / present;
    }

    @Override
    public float[] answer(float[] outputs, int row) {
        return Arrays.copyOfRange(outputs, row * width, (row + 1) * width);
    }

    @Override
    public float[] slope(float[] outputs, int row, float[] weights) {
        return weights.clone();
    }

    @Override
    public float[] constant(TaskLabels labels) {
        var constant = new float[width];
        for (int k = 0; k < width; k++) {
            constant[k] = constant(labels, k);
        }
        return constant;
    }

    /** The best constant of one of the values. */
    private float constant(TaskLabels labels, int k) {
        var known = IntStream.range(0, labels.rows())
                .map(row -> row * width + k)
                .filter(i -> labels.mask()[i] > 0)
                .mapToDouble(i -> labels.values()[i])
                .sorted()
                .toArray();
        if (known.length == 0) {
            return 0;
        }
        double mean = Arrays.stream(known).average().orElse(0);
        double quantile = kind.quantile();
        return (float)
                (Double.isNaN(quantile) ? mean : known[Math.min(known.length - 1, (int) (quantile * known.length))]);
    }
}
