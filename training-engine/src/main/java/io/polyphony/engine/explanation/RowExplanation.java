package io.polyphony.engine.explanation;

import java.util.List;

/**
 * Why a network answers for one row as it does: integrated gradients (Sundararajan, Taly and Yan, ICML 2017).
 *
 * @param output the class or label, or the step, that is explained; empty for a task with one number
 * @param value what the network says: a probability, or a quantity in original units
 * @param baseline what it would say of a row that tells nothing: typical numbers, no particular category, words without
 *     meaning, the mean colour, silence, a series at its mean. What is missing in the row stays missing
 * @param gap by how much the inputs' totals miss value - baseline, because a sum stands for the integral
 * @param steps of the sum
 * @param inputs in the network's order
 */
public record RowExplanation(
        String task, String output, double value, double baseline, double gap, int steps, List<Attribution> inputs) {
    public RowExplanation {
        inputs = List.copyOf(inputs);
    }
}
