package io.polyphony.engine.loss;

import io.polyphony.engine.data.TaskLabels;
import java.util.Arrays;

/** The loss of one standardised value. */
record ValueLoss(RegressionLoss kind) implements TaskLoss {

    @Override
    public int width() {
        return 1;
    }

    @Override
    public double evaluate(float[] outputs, float[] labels, float[] mask, float[] gradient) {
        Arrays.fill(gradient, 0f);
        int present = TaskLoss.present(mask);
        double sum = 0;
        for (int row = 0; row < mask.length && present > 0; row++) {
            if (mask[row] > 0) {
                double error = (double) outputs[row] - labels[row];
                sum += kind.value(error);
                gradient[row] = (float) (kind.slope(error) / present);
            }
        }
        return present == 0 ? 0 : sum / present;
    }

    @Override
    public float[] answer(float[] outputs, int row) {
        return new float[] {outputs[row]};
    }

    @Override
    public float[] constant(TaskLabels labels) {
        var known = new double[TaskLoss.present(labels.mask())];
        int at = 0;
        for (int row = 0; row < labels.values().length; row++) {
            if (labels.mask()[row] > 0) {
                known[at++] = labels.values()[row];
            }
        }
        if (known.length == 0) {
            return new float[1];
        }
        Arrays.sort(known);
        double mean = Arrays.stream(known).average().orElse(0);
        double quantile = kind.quantile();
        double best =
                Double.isNaN(quantile) ? mean : known[Math.min(known.length - 1, (int) (quantile * known.length))];
        return new float[] {(float) best};
    }
}
