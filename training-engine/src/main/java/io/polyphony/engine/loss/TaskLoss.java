package io.polyphony.engine.loss;

import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.op.Twin;
import java.util.Arrays;

/**
 * How wrong the raw outputs of a head are: the weighted mean over known labels. To add a loss: one class in this package, one
 * line in {@link Losses}, one test.
 */
public interface TaskLoss {
    /** Small enough for a straight line, large enough for single precision. */
    float STEP = 1f / 64;

    /** How many numbers the head puts out per row. */
    int width();

    /**
     * The mean loss over known labels, 0 if there is none, and its gradient.
     *
     * @param outputs raw, row-major [rows, width]
     * @param labels as in {@link TaskLabels}: class index or standardised value, one per row or several
     * @param mask how much each label counts, as many as labels: 1 as a rule, 0 where there is none
     * @param gradient overwritten with the derivative by each output; 0 where there is no label
     */
    double evaluate(float[] outputs, float[] labels, float[] mask, float[] gradient);

    /** What a row's raw outputs say: probabilities per class (two if binary) or label, or the standardised values. */
    float[] answer(float[] outputs, int row);

    /** The answer as ONNX operators, from raw outputs [rows, width]; usually they are the answer. */
    default String onnx(Twin twin, String outputs) {
        return outputs;
    }

    /** The answers of so many rows. */
    default float[][] answers(float[] outputs, int rows) {
        var answers = new float[rows][];
        for (int row = 0; row < rows; row++) {
            answers[row] = answer(outputs, row);
        }
        return answers;
    }

    /**
     * How a weighted sum of a row's answer changes with its raw outputs: central differences, unless a loss knows better.
     *
     * @param weights one for each number of the answer
     * @return the derivative by each of the row's outputs
     */
    default float[] slope(float[] outputs, int row, float[] weights) {
        var moved = Arrays.copyOfRange(outputs, row * width(), (row + 1) * width());
        var slope = new float[width()];
        for (int i = 0; i < slope.length; i++) {
            float kept = moved[i];
            moved[i] = kept + STEP;
            double above = dot(answer(moved, 0), weights);
            moved[i] = kept - STEP;
            slope[i] = (float) ((above - dot(answer(moved, 0), weights)) / (2 * STEP));
            moved[i] = kept;
        }
        return slope;
    }

    private static double dot(float[] answer, float[] weights) {
        double sum = 0;
        for (int k = 0; k < answer.length; k++) {
            sum += (double) answer[k] * weights[k];
        }
        return sum;
    }

    /** The raw outputs of the best predictor that looks at nothing but these labels. */
    float[] constant(TaskLabels labels);

    /** The loss of {@link #constant}; the scale of a task's loss. */
    default double constantLoss(TaskLabels labels) {
        var answer = constant(labels);
        var outputs = new float[labels.rows() * width()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = answer[i % width()];
        }
        return evaluate(outputs, labels.values(), labels.mask(), new float[outputs.length]);
    }

    /** How much all labels count together: how many there are, where each counts one. */
    static double present(float[] mask) {
        double present = 0;
        for (float there : mask) {
            present += there;
        }
        return present;
    }
}
