package io.polyphony.engine.loss;

import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.op.Twin;
import java.util.Arrays;

/**
 * The Poisson deviance of a count, both in units of the mean count; the output is the logarithm of what is expected. Never
 * below 0, and 0 where the expectation is the count.
 */
record PoissonLoss() implements TaskLoss {
    /** A count cannot be expected more than e^10 times as large as the mean. */
    private static final double LIMIT = 10;

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
                double log = Math.clamp(outputs[row], -LIMIT, LIMIT);
                double count = labels[row];
                double certain = count > 0 ? count * Math.log(count) - count : 0;
                sum += 2 * mask[row] * (certain - count * log + Math.exp(log));
                gradient[row] = (float) (2 * mask[row] * (Math.exp(log) - count) / present);
            }
        }
        return present == 0 ? 0 : sum / present;
    }

    @Override
    public float[] answer(float[] outputs, int row) {
        return new float[] {(float) Math.exp(Math.clamp(outputs[row], -LIMIT, LIMIT))};
    }

    @Override
    public float[] slope(float[] outputs, int row, float[] weights) {
        boolean free = Math.abs(outputs[row]) < LIMIT;
        return new float[] {free ? weights[0] * answer(outputs, row)[0] : 0};
    }

    @Override
    public String onnx(Twin twin, String outputs) {
        return twin.node("Exp", twin.node("Clip", outputs, twin.number(-LIMIT), twin.number(LIMIT)));
    }

    @Override
    public float[] constant(TaskLabels labels) {
        double sum = 0;
        for (int row = 0; row < labels.values().length; row++) {
            sum += labels.mask()[row] > 0 ? labels.values()[row] : 0;
        }
        double mean = sum / Math.max(1, TaskLoss.present(labels.mask()));
        return new float[] {(float) Math.log(Math.max(1e-6, mean))};
    }
}
