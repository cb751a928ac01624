package io.polyphony.engine.training;

import io.polyphony.engine.data.Mixup;
import io.polyphony.engine.data.Movements;
import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.loss.TaskLoss;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** One task in training: its loss on the current batch and its sums over the epoch. */
final class TaskState {
    final TaskSpec spec;
    final TaskCodec codec;
    final TaskLoss loss;
    /** What picks the best epoch. */
    final String metric;

    private final TaskLabels labels;
    private final Movements movements;
    private final Mixup mixup;
    private final Tensor output;
    private final Tensor outputGradient;
    private final float[] outputs;
    private final float[] gradient;
    private final float[] scaled;
    private final float[] batchLabels;
    private final float[] batchMask;
    private final @Nullable Partners partners;
    private final @Nullable WindowUnits units;
    private int[] rows = {};
    private double present;
    double lossSum;
    double labelSum;

    TaskState(
            TaskSpec spec,
            TaskCodec codec,
            TaskLoss loss,
            String metric,
            TaskLabels labels,
            Program program,
            int batch,
            Movements movements,
            Mixup mixup,
            @Nullable WindowUnits units) {
        this(spec, codec, loss, metric, labels, program, spec.name(), batch, movements, mixup, units);
    }

    /**
     * @param name of the output that answers
     * @param units in which errors count; null: as large as they are
     */
    TaskState(
            TaskSpec spec,
            TaskCodec codec,
            TaskLoss loss,
            String metric,
            TaskLabels labels,
            Program program,
            String name,
            int batch,
            Movements movements,
            Mixup mixup,
            @Nullable WindowUnits units) {
        this.units = units;
        this.spec = spec;
        this.codec = codec;
        this.loss = loss;
        this.metric = metric;
        this.labels = labels;
        this.movements = movements;
        this.mixup = mixup;
        this.output = program.output(name);
        this.outputGradient = program.outputGradient(name);
        this.outputs = new float[output.size()];
        this.gradient = new float[output.size()];
        this.scaled = new float[output.size()];
        this.batchLabels = new float[batch * labels.seen()];
        this.batchMask = new float[batch * labels.seen()];
        this.partners = mixup.mixes() ? new Partners(batchMask.length, gradient.length) : null;
    }

    /** The same task, labels and mixture, answered at the output of that name. */
    TaskState at(Program program, String name, int batch) {
        return new TaskState(spec, codec, loss, metric, labels, program, name, batch, movements, mixup, units);
    }

    /** The labels of whom the batch's rows are mixed with, and their gradient. */
    private record Partners(float[] labels, float[] mask, float[] gradient) {
        Partners(int labels, int outputs) {
            this(new float[labels], new float[labels], new float[outputs]);
        }
    }

    /** The mean loss of these rows after a forward run, counted for the epoch. */
    double evaluate(int[] rows) {
        return evaluate(rows, _ -> true);
    }

    /** The same, but only rows in places that count. */
    double evaluate(int[] rows, IntPredicate counts) {
        Arrays.fill(batchMask, 0f);
        int seen = labels.seen();
        for (int i = 0; i < rows.length; i++) {
            if (counts.test(i)) {
                labels.read(rows[i], movements.at(i), batchLabels, batchMask, i * seen);
            }
        }
        this.rows = rows;
        if (units != null) {
            units.divide(batchLabels, rows, seen);
        }
        present = TaskLoss.present(batchMask);
        if (partners != null) {
            share(partners, rows.length, seen);
            present = TaskLoss.present(batchMask) + TaskLoss.present(partners.mask);
        }
        double mean = again();
        lossSum += mean * present;
        labelSum += present;
        return mean;
    }

    /** A mixed row has its own label and its partner's, each as far as it is known, by their shares. */
    private void share(Partners others, int rows, int seen) {
        Arrays.fill(others.mask, 0f);
        for (int i = 0; i < rows; i++) {
            int from = mixup.partners()[i] * seen;
            for (int k = 0; k < seen; k++) {
                others.labels[i * seen + k] = batchLabels[from + k];
                others.mask[i * seen + k] = (1 - mixup.shares()[i]) * batchMask[from + k];
            }
        }
        for (int i = 0; i < rows * seen; i++) {
            batchMask[i] *= mixup.shares()[i / seen];
        }
    }

    /** The mean loss of the same rows after another forward run. */
    double again() {
        output.read(0, outputs, 0, outputs.length);
        if (units != null) {
            units.divide(outputs, rows, loss.width());
        }
        double own = loss.evaluate(outputs, batchLabels, batchMask, gradient);
        if (units != null) {
            units.divide(gradient, rows, loss.width());
        }
        return partners == null ? own : mixed(partners, own);
    }

    private double mixed(Partners others, double own) {
        double theirs = loss.evaluate(outputs, others.labels, others.mask, others.gradient);
        double share = present == 0 ? 0 : TaskLoss.present(others.mask) / present;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += (float) (share * (others.gradient[i] - gradient[i]));
        }
        return own + share * (theirs - own);
    }

    /** The scale of its loss: what the best constant would lose, or repeating the past where errors count in units of it. */
    double constantLoss(TaskLabels train) {
        return units == null ? loss.constantLoss(train) : units.lossOfRepeating(train);
    }

    /** How likely the truth is by what was answered, the mean over known labels; 0 where there is none. */
    double likelihood() {
        double sum = 0;
        int seen = labels.seen();
        for (int row = 0; row < batchMask.length / seen; row++) {
            sum += Likelihood.of(spec.type(), loss.answer(outputs, row), batchLabels, batchMask, row * seen, seen);
        }
        double known = TaskLoss.present(batchMask);
        return known == 0 ? 0 : sum / known;
    }

    /** Whether any row of the current batch has a label. */
    boolean present() {
        return present > 0;
    }

    /** Hands the gradient, times the task's factor, to the program. */
    void sendGradient(double factor) {
        float scale = (float) factor;
        for (int i = 0; i < gradient.length; i++) {
            scaled[i] = scale * gradient[i];
        }
        outputGradient.write(0, scaled, 0, scaled.length);
    }

    /** Mean loss over the epoch's labels so far. */
    double epochLoss() {
        return labelSum == 0 ? 0 : lossSum / labelSum;
    }

    void beginEpoch() {
        lossSum = 0;
        labelSum = 0;
    }
}
