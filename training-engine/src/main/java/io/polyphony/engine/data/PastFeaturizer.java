package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.LAST;
import static io.polyphony.engine.data.InputLayout.SCALE;
import static io.polyphony.engine.data.InputLayout.SERIES;
import static io.polyphony.engine.data.InputLayout.WEIGHTS;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What columns of a table of time steps were before a moment: one channel per column, each as its difference from its last
 * known value, in a unit, so that a level never seen in training is nothing strange (as NLinear, Zeng et al. 2023). The levels, in
 * units of the train deviation, are a block of their own. A gap repeats the step before it.
 *
 * @param steps seen before each moment
 * @param length the same, rounded up to what encoders can halve; the steps behind are 0 with weight 0
 * @param unit null in models stored before there was a choice: the train deviation
 */
record PastFeaturizer(
        String input, List<String> columns, int steps, int length, float[] mean, float[] deviation, PastUnit unit)
        implements Featurizer {

    /** Encoders halve the length several times, or cut it into patches. */
    private static final int STEP = 16;

    /** What hardly moved may do so, and is not blown up without bounds: so much of the train deviation is added to its own. */
    private static final double LEAST = 0.03;

    PastFeaturizer {
        unit = Objects.requireNonNullElse(unit, PastUnit.COLUMN);
        columns = List.copyOf(columns);
    }

    static PastFeaturizer fit(PastUnit unit, Table table, InputSpec input, int[] trainRows) {
        var mean = new float[input.columns().size()];
        var deviation = new float[mean.length];
        var steps = 1;
        for (var c = 0; c < mean.length; c++) {
            var column = windows(table, input.columns().get(c));
            var moments = Moments.of(column.covered(trainRows));
            mean[c] = (float) moments.mean();
            deviation[c] = (float) moments.deviationOrOne();
            steps = column.past();
        }
        return new PastFeaturizer(
                input.name(), input.columns(), steps, Math.ceilDiv(steps, STEP) * STEP, mean, deviation, unit);
    }

    private static Column.Windows windows(Table table, String name) {
        if (table.column(name) instanceof Column.Windows windows) {
            return windows;
        }
        throw new IllegalArgumentException(
                "The column (%s) has no past.%nMaybe its rows are not steps of time.".formatted(name));
    }

    @Override
    public InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(SERIES, BlockLayout.dense(length, mean.length));
        blocks.put(WEIGHTS, BlockLayout.dense(length));
        blocks.put(LAST, BlockLayout.dense(mean.length));
        if (unit == PastUnit.WINDOW) {
            blocks.put(SCALE, BlockLayout.dense(mean.length));
        }
        return new InputLayout(input, Modality.SERIES, blocks);
    }

    @Override
    public InputFeatures apply(Table table, int[] rows) {
        var values = new float[Math.multiplyExact(rows.length, length * mean.length)];
        var levels = new float[rows.length * mean.length];
        var weights = new float[rows.length * length];
        var present = new boolean[rows.length];
        for (var c = 0; c < mean.length; c++) {
            var column = windows(table, columns.get(c));
            for (var i = 0; i < rows.length; i++) {
                present[i] |= write(column, rows[i], c, values, i * length * mean.length, levels, i * mean.length);
            }
        }
        for (var i = 0; i < rows.length; i++) {
            Arrays.fill(weights, i * length, i * length + steps, present[i] ? 1f / steps : 0);
        }
        var blocks = new LinkedHashMap<String, Block>();
        blocks.put(SERIES, new Block.Dense(new int[] {length, mean.length}, values));
        blocks.put(WEIGHTS, new Block.Dense(new int[] {length}, weights));
        blocks.put(LAST, new Block.Dense(new int[] {mean.length}, levels));
        if (unit == PastUnit.WINDOW) {
            blocks.put(SCALE, new Block.Dense(new int[] {mean.length}, ownUnits(values, rows.length)));
        }
        return new InputFeatures(input, rows.length, blocks, present);
    }

    @Override
    public Reading reading(Table table, int row) {
        return new Reading.Steps(columns, steps);
    }

    @Override
    public Optional<PastFeaturizer> past() {
        return Optional.of(this);
    }

    /** Divides all differences by the deviations of their windows, which it returns. */
    private float[] ownUnits(float[] values, int rows) {
        var units = new float[rows * mean.length];
        for (var i = 0; i < units.length; i++) {
            var start = i / mean.length * length * mean.length + i % mean.length;
            units[i] = (float) Math.hypot(deviation(values, start), LEAST);
            for (var step = 0; step < steps; step++) {
                values[start + step * mean.length] /= units[i];
            }
        }
        return units;
    }

    /** Of what a window sees of the channel whose first number stands there. */
    private double deviation(float[] values, int start) {
        var middle = 0.0;
        for (var step = 0; step < steps; step++) {
            middle += values[start + step * mean.length] / (double) steps;
        }
        var squares = 0.0;
        for (var step = 0; step < steps; step++) {
            var off = values[start + step * mean.length] - middle;
            squares += off * off;
        }
        return Math.sqrt(squares / steps);
    }

    /** Whether any step of the channel is known. */
    private boolean write(Column.Windows column, int row, int c, float[] values, int start, float[] levels, int at) {
        var last = Double.NaN;
        for (var step = 1; step <= steps && !Double.isFinite(last); step++) {
            last = column.at(row, -step);
        }
        if (!Double.isFinite(last)) {
            return false;
        }
        levels[at + c] = (float) ((last - mean[c]) / deviation[c]);
        var before = Double.NaN;
        for (var step = 0; step < steps; step++) {
            var value = column.at(row, step - steps);
            before = Double.isFinite(value) ? value : before;
            values[start + step * mean.length + c] =
                    Double.isFinite(before) ? (float) ((before - last) / deviation[c]) : 0;
        }
        return true;
    }
}
