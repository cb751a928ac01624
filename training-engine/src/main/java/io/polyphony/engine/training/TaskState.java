package io.polyphony.engine.training;

import io.polyphony.engine.data.Movements;
import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.data.TaskLabels;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.loss.TaskLoss;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Tensor;
import java.util.Arrays;

/** One task in training: its loss on the current batch and its sums over the epoch. */
final class TaskState {
    final TaskSpec spec;
    final TaskCodec codec;
    final TaskLoss loss;
    /** What picks the best epoch. */
    final String metric;

    private final TaskLabels labels;
    private final Movements movements;
    private final Tensor output;
    private final Tensor outputGradient;
    private final float[] outputs;
    private final float[] gradient;
    private final float[] scaled;
    private final float[] batchLabels;
    private final float[] batchMask;
    private int present;
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
            Movements movements) {
        this.spec = spec;
        this.codec = codec;
        this.loss = loss;
        this.metric = metric;
        this.labels = labels;
        this.movements = movements;
        this.output = program.output(spec.name());
        this.outputGradient = program.outputGradient(spec.name());
        this.outputs = new float[output.size()];
        this.gradient = new float[output.size()];
        this.scaled = new float[output.size()];
        this.batchLabels = new float[batch * labels.seen()];
        this.batchMask = new float[batch * labels.seen()];
    }

    /** The mean loss of these rows after a forward run, counted for the epoch. */
    double evaluate(int[] rows) {
        Arrays.fill(batchMask, 0f);
        int seen = labels.seen();
        for (int i = 0; i < rows.length; i++) {
            labels.read(rows[i], movements.at(i), batchLabels, batchMask, i * seen);
        }
        present = TaskLoss.present(batchMask);
        double mean = again();
        lossSum += mean * present;
        labelSum += present;
        return mean;
    }

    /** The mean loss of the same rows after another forward run. */
    double again() {
        output.read(0, outputs, 0, outputs.length);
        return loss.evaluate(outputs, batchLabels, batchMask, gradient);
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
