package io.polyphony.engine.optimizer;

import io.polyphony.engine.program.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Moves the flat vector on the host, and the touched rows of embedding tables: rows that a step did not read neither move
 * nor decay.
 */
public final class Optimizer {
    private static final int PIECE = 2048;
    private final Parameters parameters;
    private final UpdateRule rule;
    private final double decay;
    private final double clipNorm;
    private final float[] values;
    private final float[] gradient;
    private final float[][] dense;
    private final List<float[][]> tables = new ArrayList<>();
    private final List<TableRows> rows = new ArrayList<>();
    private final Squares squares = new Squares();
    private final List<BitSet> touched = new ArrayList<>();
    private final double[] rates;
    private final double[] tableRates;
    private final double[] paces;
    private final double[] tablePaces;
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
            rows.add(new TableRows(rule, table.width()));
            touched.add(new BitSet(table.rows()));
        }
        this.rates = new double[parameters.slices().size()];
        this.tableRates = new double[parameters.tables().size()];
        this.paces = new double[rates.length];
        this.tablePaces = new double[tableRates.length];
        rates(_ -> 1);
        paces(_ -> 1);
    }

    /**
     * How fast each parameter moves from now on.
     *
     * @param factor by name, a factor on the learning rate, at least 0; where it is 0 nothing moves or decays, but what is
     *     remembered of the gradient goes on
     */
    public void rates(ToDoubleFunction<String> factor) {
        Arrays.setAll(
                rates, i -> factor.applyAsDouble(parameters.slices().get(i).name()));
        Arrays.setAll(
                tableRates, i -> factor.applyAsDouble(parameters.tables().get(i).name()));
    }

    /**
     * The same for the next step, beside the rates: it has no part in what counts for the clipping.
     *
     * @param factor by name, a further factor on the learning rate, at least 0
     */
    public void paces(ToDoubleFunction<String> factor) {
        Arrays.setAll(
                paces, i -> factor.applyAsDouble(parameters.slices().get(i).name()));
        Arrays.setAll(
                tablePaces, i -> factor.applyAsDouble(parameters.tables().get(i).name()));
    }

    /**
     * One step against the gradient.
     *
     * @return the norm before clipping of the gradient of what moves; not a finite number if any gradient is none, and then
     *     nothing moved
     */
    public double step(double learningRate) {
        parameters.gradients().read(0, gradient, 0, gradient.length);
        double norm = Math.sqrt(squares(true));
        if (!Double.isFinite(norm + squares(false))) {
            return Double.NaN;
        }
        step++;
        float scale = clipNorm > 0 && norm > clipNorm ? (float) (clipNorm / norm) : 1f;
        moveDense(learningRate, scale);
        for (int i = 0; i < tables.size(); i++) {
            moveTable(i, motion(learningRate * tableRates[i] * tablePaces[i], scale));
        }
        return norm;
    }

    private Motion motion(double rate, float scale) {
        return new Motion(step, scale, rate, (float) (1 - rate * decay));
    }

    private void moveDense(double learningRate, float scale) {
        var usual = motion(learningRate, scale);
        var undecayed = usual.undecayed();
        for (int i = 0; i < rates.length; i++) {
            var slice = parameters.slices().get(i);
            double factor = rates[i] * paces[i];
            var motion = factor == 1 ? usual : motion(learningRate * factor, scale);
            if (!slice.decays()) {
                motion = factor == 1 ? undecayed : motion.undecayed();
            }
            move(slice.offset(), slice.offset() + slice.size(), motion);
        }
        parameters.values().write(0, values, 0, values.length);
    }

    /** In pieces that stay in the processor's first cache from one loop to the next. */
    private void move(int from, int until, Motion motion) {
        for (int at = from; at < until; at += PIECE) {
            rule.move(values, gradient, dense, at, Math.min(until, at + PIECE), motion);
        }
    }

    private void moveTable(int index, Motion motion) {
        var table = parameters.tables().get(index);
        for (int i = 0; i < table.touchedCount(); i++) {
            touched.get(index).set(table.touchedRow(i));
        }
        rows.get(index).move(table, tables.get(index), motion);
    }

    /** @param moving of what moves, or of what stands still */
    private double squares(boolean moving) {
        squares.clear();
        for (int i = 0; i < rates.length; i++) {
            if (rates[i] > 0 == moving) {
                var slice = parameters.slices().get(i);
                squares.add(gradient, slice.offset(), slice.offset() + slice.size());
            }
        }
        for (int i = 0; i < tableRates.length; i++) {
            if (tableRates[i] > 0 == moving) {
                var table = parameters.tables().get(i);
                squares.add(table.gradient(), 0, table.touchedCount() * table.width());
            }
        }
        return squares.total();
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
