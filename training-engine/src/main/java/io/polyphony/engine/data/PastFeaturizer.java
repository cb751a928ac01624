package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.LAST;
import static io.polyphony.engine.data.InputLayout.SCALE;
import static io.polyphony.engine.data.InputLayout.SERIES;
import static io.polyphony.engine.data.InputLayout.WEIGHTS;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What columns of a table of time steps were before a moment: one channel per column, each as its difference from its last
 * known value, in a unit, so that a level never seen in training is nothing strange (as NLinear, Zeng et al. 2023). The levels, in
 * units of the train deviation, are a block of their own. A gap repeats the step before it.
 *
 * @param steps seen before each moment
 * @param length the same, rounded up to what encoders can halve; the steps behind are 0 with weight 0
 * @param unit null in models stored before there was a choice: the train deviation
 * @param least of each channel, what is added to the deviations of windows, in train deviations; empty or null where these are
 *     no units
 */
record PastFeaturizer(
        String input,
        List<String> columns,
        int steps,
        int length,
        float[] mean,
        float[] deviation,
        PastUnit unit,
        float[] least)
        implements Featurizer {

    /** Encoders halve the length several times, or cut it into patches. */
    static final int STEP = 16;

    /**
     * What hardly moved may do so, and is not blown up without bounds: of the middle deviation of windows that move so much is
     * added to each one's own. It is not of the column's, which is that of its largest series alone.
     */
    private static final double LEAST = 0.1;

    /** Below it, in train deviations, nothing moves. */
    private static final float STILL = 1e-6f;

    private static final int SAMPLE = 4096;

    PastFeaturizer {
        unit = Objects.requireNonNullElse(unit, PastUnit.COLUMN);
        least = Objects.requireNonNullElse(least, new float[0]);
        columns = List.copyOf(columns);
    }

    static PastFeaturizer fit(PastView past, Table table, InputSpec input, int[] trainRows) {
        var mean = new float[input.columns().size()];
        var deviation = new float[mean.length];
        var steps = 1;
        for (var c = 0; c < mean.length; c++) {
            var column = windows(table, input.columns().get(c));
            var moments = Moments.of(column.covered(trainRows));
            mean[c] = (float) moments.mean();
            deviation[c] = (float) moments.deviationOrOne();
            steps = past.steps(column.past());
        }
        int length = Math.ceilDiv(steps, STEP) * STEP;
        var bare = new PastFeaturizer(
                input.name(), input.columns(), steps, length, mean, deviation, past.unit(), new float[mean.length]);
        return past.unit() == PastUnit.COLUMN ? bare : bare.bounded(table, trainRows);
    }

    private PastFeaturizer bounded(Table table, int[] trainRows) {
        int stride = Math.max(1, trainRows.length / SAMPLE);
        var sample = IntStream.iterate(0, i -> i < trainRows.length, i -> i + stride)
                .map(i -> trainRows[i])
                .toArray();
        var units = ((Block.Dense)
                        Objects.requireNonNull(apply(table, sample).blocks().get(SCALE)))
                .values();
        var bounds = new float[mean.length];
        for (var c = 0; c < bounds.length; c++) {
            int channel = c;
            var moving = IntStream.range(0, sample.length)
                    .mapToDouble(row -> units[row * mean.length + channel])
                    .filter(own -> own > STILL)
                    .sorted()
                    .toArray();
            bounds[c] = (float) (moving.length == 0 ? 1 : LEAST * moving[moving.length / 2]);
        }
        return new PastFeaturizer(input, columns, steps, length, mean, deviation, unit, bounds);
    }

    static Column.Windows windows(Table table, String name) {
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
    public OptionalInt overTime() {
        return OptionalInt.of(steps);
    }

    /** Divides all differences by the deviations of their windows, which it returns. */
    private float[] ownUnits(float[] values, int rows) {
        var units = new float[rows * mean.length];
        for (var i = 0; i < units.length; i++) {
            var start = i / mean.length * length * mean.length + i % mean.length;
            units[i] = (float) Math.hypot(deviation(values, start), least[i % mean.length]);
            for (var step = 0; step < steps && units[i] > 0; step++) {
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
