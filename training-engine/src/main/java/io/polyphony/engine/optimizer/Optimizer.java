package io.polyphony.engine.optimizer;

import io.polyphony.engine.program.Parameters;
import io.polyphony.engine.tensor.EmbeddingTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam, with or without decoupled weight decay, over the flat vector on the host, and over the touched rows of embedding
 * tables: rows that a step did not read neither move nor decay.
 */
public final class Optimizer {
    private final Parameters parameters;
    private final double decay;
    private final double clipNorm;
    private final float[] values;
    private final float[] gradient;
    private final Moments dense;
    private final List<Moments> tables = new ArrayList<>();
    private long step;

    /** @param clipNorm largest Euclidean norm of the gradient, 0 for no limit */
    public Optimizer(Parameters parameters, OptimizerSpec spec, double clipNorm) {
        this.parameters = parameters;
        this.decay = switch (spec) {
            case Adam _ -> 0;
            case AdamW adam -> adam.weightDecay();
        };
        this.clipNorm = clipNorm;
        this.values = parameters.values().floats();
        this.gradient = new float[values.length];
        this.dense = Moments.of(values.length);
        for (var table : parameters.tables()) {
            tables.add(Moments.of(table.values().length));
        }
    }

    /**
     * One step against the gradient.
     *
     * @return the gradient's norm before clipping; if it is not finite, nothing moved
     */
    public double step(double learningRate) {
        parameters.gradients().read(0, gradient, 0, gradient.length);
        double norm = Math.sqrt(squares());
        if (!Double.isFinite(norm)) {
            return norm;
        }
        step++;
        float scale = clipNorm > 0 && norm > clipNorm ? (float) (clipNorm / norm) : 1f;
        moveDense(scale, learningRate);
        for (int i = 0; i < tables.size(); i++) {
            moveTable(parameters.tables().get(i), tables.get(i), scale, learningRate);
        }
        return norm;
    }

    private void moveDense(float scale, double learningRate) {
        float rate = (float) Moments.corrected(learningRate, step);
        float epsilonScale = Moments.epsilonScale(step);
        for (var slice : parameters.slices()) {
            float kept = slice.decays() ? (float) (1 - learningRate * decay) : 1f;
            int at = slice.offset();
            dense.move(values, at, gradient, at, slice.size(), scale, rate, kept, epsilonScale);
        }
        parameters.values().write(0, values, 0, values.length);
    }

    private void moveTable(EmbeddingTable table, Moments moments, float scale, double learningRate) {
        float rate = (float) Moments.corrected(learningRate, step);
        float epsilonScale = Moments.epsilonScale(step);
        float kept = (float) (1 - learningRate * decay);
        int width = table.width();
        for (int i = 0; i < table.touchedCount(); i++) {
            int at = table.touchedRow(i) * width;
            moments.move(table.values(), at, table.gradient(), i * width, width, scale, rate, kept, epsilonScale);
        }
    }

    private double squares() {
        double sum = squares(gradient, gradient.length);
        for (var table : parameters.tables()) {
            sum += squares(table.gradient(), table.touchedCount() * table.width());
        }
        return sum;
    }

    /** Four sums at a time: a single one would wait for each addition. */
    private static double squares(float[] vector, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            a += (double) vector[i] * vector[i];
            b += (double) vector[i + 1] * vector[i + 1];
            c += (double) vector[i + 2] * vector[i + 2];
            d += (double) vector[i + 3] * vector[i + 3];
        }
        for (; i < count; i++) {
            a += (double) vector[i] * vector[i];
        }
        return a + b + c + d;
    }

    /** Steps done. */
    public long steps() {
        return step;
    }

    /** The dense parameters, live; the program's copy is written at every step. */
    public float[] values() {
        return values;
    }

    /** Everything learned about the gradient, live: first and second moment of the flat vector, then of each table. */
    public List<float[]> state() {
        var state = new ArrayList<>(List.of(dense.first(), dense.second()));
        tables.forEach(moments -> state.addAll(List.of(moments.first(), moments.second())));
        return state;
    }

    /** Goes on from parameters and moments that the caller has put into {@link #values} and {@link #state}. */
    public void restored(long stepsDone) {
        step = stepsDone;
        parameters.values().write(0, values, 0, values.length);
    }
}
