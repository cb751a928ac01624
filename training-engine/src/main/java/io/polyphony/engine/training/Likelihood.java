package io.polyphony.engine.training;

import io.polyphony.engine.data.TaskType;

/** How likely a row's truth is by an answer: 1 where the answer is sure and right. */
final class Likelihood {
    private Likelihood() {}

    /**
     * The sum over known labels of their likelihood times how much they count. Of classes and labels it is the probability;
     * of quantities that of a normal distribution of unit variance, as a share of its largest.
     *
     * @param answer of the row
     * @param at where the row's labels begin
     * @param count labels of a row
     */
    static double of(TaskType type, float[] answer, float[] labels, float[] mask, int at, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            if (mask[at + i] > 0) {
                sum += mask[at + i] * of(type, answer, i, labels[at + i]);
            }
        }
        return sum;
    }

    private static double of(TaskType type, float[] answer, int i, float label) {
        if (type.isClassification()) {
            return answer[(int) label];
        }
        return type.isQuantity()
                ? Math.exp(-(answer[i] - label) * (answer[i] - label) / 2)
                : label > 0 ? answer[i] : 1 - answer[i];
    }
}
