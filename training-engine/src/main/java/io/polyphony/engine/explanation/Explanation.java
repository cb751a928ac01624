package io.polyphony.engine.explanation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model's answers rest on, measured on rows that it was not trained on.
 *
 * @param rows how many
 * @param repeats how often each column was shuffled
 * @param listening what the inputs' weights are; null if there are none, if networks differ in it, and in explanations from
 *     before attention was read
 */
public record Explanation(int rows, int repeats, @Nullable Listening listening, List<OfTask> tasks) {
    public Explanation {
        tasks = List.copyOf(tasks);
    }

    /** How a fusion weighs its inputs. */
    public enum Listening {
        /** By shares that it gives them. */
        GATE,
        /** By the attention that it pays them, rolled out over its layers. */
        ATTENTION
    }

    /**
     * One task.
     *
     * @param metric the metric that the figures are about
     * @param value its value with everything there; null where it is undefined on these rows
     * @param nothing its value with every input missing
     * @param columns what the task needs most comes first
     * @param inputs in the network's order
     * @param shared the mean weight, 0..1, that the fusion gives to experts that read all inputs; null for fusions without them
     *     and in explanations from before they were read
     */
    public record OfTask(
            String task,
            String metric,
            @Nullable Double value,
            @Nullable Double nothing,
            List<OfColumn> columns,
            List<OfInput> inputs,
            @Nullable Double shared) {
        public OfTask {
            columns = List.copyOf(columns);
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * How much worse the metric gets when a column's cells are shuffled among the rows (Breiman 2001): about 0 if the model
     * does not use it.
     *
     * @param drop mean over the repeats, positive if the task needs the column
     * @param deviation over the repeats
     */
    public record OfColumn(String column, double drop, double deviation) {}

    /**
     * What an input contributes.
     *
     * @param share its Shapley value: the mean gain of the metric, on a scale where the best constant answer is 0 and
     *     perfection 1, over all ways in which the inputs can join one after the other; shares add up to what all inputs gain
     *     over none
     * @param without the metric when this input alone is missing; null where it is undefined
     * @param alone the metric when all others are missing
     * @param gate the mean weight that the fusion gives it for this task in rows that have it, 0..1: of its gates, or of its
     *     attention; null for fusions without such a weight
     */
    public record OfInput(
            String input,
            double share,
            @Nullable Double without,
            @Nullable Double alone,
            @Nullable Double gate) {}
}
