package io.polyphony.engine.loss;

import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.tensor.Check;
import java.util.Arrays;

/**
 * A teacher's answers as targets (Hinton, Vinyals and Dean 2015). Probabilities are softened: a temperature divides the logits
 * that they stand for, so that small ones, which tell what the teacher finds alike, count for more. Numbers are taken as they
 * are.
 *
 * @param temperature of classes and labels, 1..100; 1 leaves probabilities as they are
 * @param width targets per row
 * @param values row-major [rows, width]: of classes softened probabilities; of one or several yes-or-no questions their
 *     softened probabilities, then the weight of each question; else standardised values
 */
public record SoftTargets(TaskType type, double temperature, int width, float[] values) {
    private static final double LEAST = 1e-6;

    /**
     * From what a teacher says.
     *
     * @param answers per row: probabilities per class (two if binary) or label, or values as the student's codec standardises them
     * @throws IllegalArgumentException for a segmentation
     */
    public static SoftTargets of(TaskType type, float[][] answers, double temperature) {
        Check.range("temperature", temperature, 1, 100);
        var rows = Arrays.stream(answers)
                .map(row -> targets(type, row, temperature))
                .toArray(float[][]::new);
        int width = rows.length == 0 ? 0 : rows[0].length;
        var values = new float[rows.length * width];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, values, row * width, width);
        }
        return new SoftTargets(type, temperature, width, values);
    }

    public int rows() {
        return width == 0 ? 0 : values.length / width;
    }

    /** The loss of a student who learns from labels and, by its share, from these. */
    public TaskLoss loss(TaskLoss plain, int labels, double share) {
        return new TaughtLoss(plain, this, labels, share);
    }

    private static float[] targets(TaskType type, float[] answer, double temperature) {
        return switch (type) {
            case BINARY -> questions(new double[] {answer[1]}, new double[] {1}, temperature);
            case MULTICLASS -> softened(answer, temperature);
            case ORDINAL -> ordered(answer, temperature);
            case MULTILABEL -> {
                var one = new double[answer.length];
                var weights = new double[answer.length];
                Arrays.setAll(one, i -> answer[i]);
                Arrays.fill(weights, 1);
                yield questions(one, weights, temperature);
            }
            case REGRESSION, VECTOR, COUNT, FORECAST -> answer.clone();
            case SEGMENTATION, DETECTION ->
                throw new IllegalArgumentException(
                        "What lies on pictures has no teacher: they move while a student learns.\nMaybe prune or round the model instead.");
        };
    }

    private static float[] softened(float[] answer, double temperature) {
        var powers = new double[answer.length];
        Arrays.setAll(powers, k -> Math.pow(Math.max(LEAST, answer[k]), 1 / temperature));
        double sum = Arrays.stream(powers).sum();
        var soft = new float[answer.length];
        for (int k = 0; k < soft.length; k++) {
            soft[k] = (float) (powers[k] / sum);
        }
        return soft;
    }

    /** Each question of an ordinal task, whether the class is above k, is asked as far as the teacher gets there. */
    private static float[] ordered(float[] answer, double temperature) {
        var above = new double[answer.length - 1];
        var asked = new double[answer.length - 1];
        double atLeast = 1;
        for (int k = 0; k < above.length; k++) {
            double further = Math.max(0, atLeast - answer[k]);
            asked[k] = atLeast;
            above[k] = atLeast < LEAST ? 0.5 : further / atLeast;
            atLeast = further;
        }
        return questions(above, asked, temperature);
    }

    private static float[] questions(double[] yes, double[] weights, double temperature) {
        var targets = new float[2 * yes.length];
        for (int k = 0; k < yes.length; k++) {
            double sure = Math.clamp(yes[k], LEAST, 1 - LEAST);
            targets[k] = (float) BinaryCrossEntropy.probability(Math.log(sure / (1 - sure)) / temperature);
            targets[yes.length + k] = (float) weights[k];
        }
        return targets;
    }
}
