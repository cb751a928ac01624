package io.polyphony.engine.optimizer;

import io.polyphony.engine.program.Parameters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Moves the flat vector on the host, and the touched rows of embedding tables: rows that a step did not read neither move
 * nor decay.
 */
public final class Optimizer {
    private final Parameters parameters;
    private final UpdateRule rule;
    private final double decay;
    private final double clipNorm;
    private final float[] values;
    private final float[] gradient;
    private final float[][] dense;
    private final List<float[][]> tables = new ArrayList<>();
    private final List<BitSet> touched = new ArrayList<>();
    private long step;

    /** @param clipNorm largest Euclidean norm of the gradient, 0 for no limit */
    public Optimizer(Parameters parameters, OptimizerSpec spec, double clipNorm) {
        this.parameters = parameters;
        this.rule = spec.rule();
        this.decay = spec.weightDecay();
        this.clipNorm = clipNorm;
        this.values = parameters.values().floats();
        this.gradient = new float[values.length];
        this.dense = new float[rule.memories()][values.length];
        for (var table : parameters.tables()) {
            tables.add(new float[rule.memories()][table.values().length]);
            touched.add(new BitSet(table.rows()));
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
        var motion = new Motion(step, scale, learningRate, (float) (1 - learningRate * decay));
        moveDense(motion);
        for (int i = 0; i < tables.size(); i++) {
            moveTable(i, motion);
        }
        return norm;
    }

    private void moveDense(Motion motion) {
        var undecayed = motion.undecayed();
        for (var slice : parameters.slices()) {
            int at = slice.offset();
            rule.move(values, at, gradient, at, slice.size(), dense, slice.decays() ? motion : undecayed);
        }
        parameters.values().write(0, values, 0, values.length);
    }

    private void moveTable(int index, Motion motion) {
        var table = parameters.tables().get(index);
        int width = table.width();
        for (int i = 0; i < table.touchedCount(); i++) {
            int row = table.touchedRow(i);
            touched.get(index).set(row);
            rule.move(table.values(), row * width, table.gradient(), i * width, width, tables.get(index), motion);
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

    /** What the rule remembers of the flat vector's gradient, live. */
    public float[][] memory() {
        return dense;
    }

    /** What the rule remembers of a table's gradient, live, in the table's places. */
    public float[][] tableMemory(int table) {
        return tables.get(table);
    }

    /** The rows of a table that any step so far has touched, live. */
    public BitSet touched(int table) {
        return touched.get(table);
    }

    /** Goes on from what the caller has put into {@link #values}, the memories and the touched rows. */
    public void restored(long stepsDone) {
        step = stepsDone;
        parameters.values().write(0, values, 0, values.length);
    }
}
