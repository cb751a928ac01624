package io.polyphony.engine.loss;

import io.polyphony.engine.op.LogSumExp;
import java.util.Arrays;

/**
 * (1 - share) x the loss of the labels + share x that of a teacher's answers (Hinton, Vinyals and Dean 2015). The teacher's is
 * the cross-entropy of both sides' softened probabilities, times the squared temperature so that its gradient keeps its size
 * under any; of numbers it is the task's own loss, with the teacher's answer for a label. A row's targets are its labels, then
 * the teacher's; given labels alone, as on validation rows, it is the loss of these.
 */
final class TaughtLoss implements LossUpon {
    private final TaskLoss plain;
    private final SoftTargets soft;
    private final int labels;
    private final double share;
    private final double[] logits;
    private float[] ownLabels = {};
    private float[] ownMask = {};
    private float[] targets = {};
    private float[] known = {};
    private float[] softGradient = {};

    /** @param labels targets per row of the plain loss */
    TaughtLoss(TaskLoss plain, SoftTargets soft, int labels, double share) {
        this.plain = plain;
        this.soft = soft;
        this.labels = labels;
        this.share = share;
        this.logits = new double[soft.width()];
    }

    @Override
    public TaskLoss plain() {
        return plain;
    }

    @Override
    public double evaluate(float[] outputs, float[] all, float[] mask, float[] gradient) {
        int rows = outputs.length / width();
        if (mask.length == rows * labels) {
            return plain.evaluate(outputs, all, mask, gradient);
        }
        part(rows, all, mask);
        double own = plain.evaluate(outputs, ownLabels, ownMask, gradient);
        double theirs = taught(outputs, rows);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += (float) (share * (softGradient[i] - gradient[i]));
        }
        return own + share * (theirs - own);
    }

    private void part(int rows, float[] all, float[] mask) {
        int width = labels + soft.width();
        if (known.length != rows * soft.width()) {
            ownLabels = new float[rows * labels];
            ownMask = new float[rows * labels];
            targets = new float[rows * soft.width()];
            known = new float[targets.length];
            softGradient = new float[rows * width()];
        }
        for (int row = 0; row < rows; row++) {
            System.arraycopy(all, row * width, ownLabels, row * labels, labels);
            System.arraycopy(mask, row * width, ownMask, row * labels, labels);
            System.arraycopy(all, row * width + labels, targets, row * soft.width(), soft.width());
            System.arraycopy(mask, row * width + labels, known, row * soft.width(), soft.width());
        }
    }

    private double taught(float[] outputs, int rows) {
        return switch (soft.type()) {
            case BINARY, MULTILABEL, ORDINAL -> questions(outputs, rows);
            case MULTICLASS -> classes(outputs, rows);
            case REGRESSION, VECTOR, COUNT, FORECAST, SEGMENTATION, DETECTION ->
                plain.evaluate(outputs, targets, known, softGradient);
        };
    }

    private double questions(float[] outputs, int rows) {
        Arrays.fill(softGradient, 0f);
        double temperature = soft.temperature();
        double asked = 0;
        int width = width();
        for (int i = 0; i < rows * width; i++) {
            asked += weight(i, width);
        }
        double sum = 0;
        for (int i = 0; i < rows * width && asked > 0; i++) {
            double logit = outputs[i] / temperature;
            double yes = targets[i / width * soft.width() + i % width];
            double part = weight(i, width) / asked;
            sum += part * (Math.max(logit, 0) - logit * yes + Math.log1p(Math.exp(-Math.abs(logit))));
            softGradient[i] = (float) (part * temperature * (BinaryCrossEntropy.probability(logit) - yes));
        }
        return temperature * temperature * sum;
    }

    /** How much a question counts: as far as the row does, and as far as the teacher gets there. */
    private double weight(int output, int width) {
        int row = output / width * soft.width();
        return known[row] * (double) targets[row + width + output % width];
    }

    private double classes(float[] outputs, int rows) {
        Arrays.fill(softGradient, 0f);
        double present = TaskLoss.present(known);
        double sum = 0;
        for (int row = 0; row < rows && present > 0; row++) {
            int at = row * soft.width();
            double part = known[at] * soft.width() / present;
            sum += part * classes(outputs, at, part);
        }
        return soft.temperature() * soft.temperature() * sum;
    }

    /** The cross-entropy of one row; its gradient counts by the row's part. */
    private double classes(float[] outputs, int at, double part) {
        for (int k = 0; k < logits.length; k++) {
            logits[k] = outputs[at + k] / soft.temperature();
        }
        double norm = LogSumExp.of(logits);
        double loss = 0;
        for (int k = 0; k < logits.length; k++) {
            double log = logits[k] - norm;
            loss -= targets[at + k] * log;
            softGradient[at + k] = (float) (part * soft.temperature() * (Math.exp(log) - targets[at + k]));
        }
        return loss;
    }
}
