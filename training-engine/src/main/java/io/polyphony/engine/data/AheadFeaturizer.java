package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.AHEAD;
import static io.polyphony.engine.data.InputLayout.SERIES;
import static io.polyphony.engine.data.InputLayout.WEIGHTS;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;

/**
 * What is known of the steps that are asked for, such as holidays and prices: one channel per column, in units of its train deviation
 * from its train mean. Forecasts read each step's own numbers beside what encoders make of all. A gap is the mean.
 *
 * @param steps that are asked for
 * @param length the same, rounded up to what encoders can halve; the steps behind are 0 with weight 0
 */
record AheadFeaturizer(String input, List<String> columns, int steps, int length, float[] mean, float[] deviation)
        implements Featurizer {

    AheadFeaturizer {
        columns = List.copyOf(columns);
    }

    static AheadFeaturizer fit(Table table, InputSpec input, int[] trainRows) {
        var mean = new float[input.columns().size()];
        var deviation = new float[mean.length];
        var steps = 1;
        for (var c = 0; c < mean.length; c++) {
            var column = PastFeaturizer.windows(table, input.columns().get(c));
            var moments = Moments.of(column.covered(trainRows));
            mean[c] = (float) moments.mean();
            deviation[c] = (float) moments.deviationOrOne();
            steps = column.past();
        }
        int length = Math.ceilDiv(steps, PastFeaturizer.STEP) * PastFeaturizer.STEP;
        return new AheadFeaturizer(input.name(), input.columns(), steps, length, mean, deviation);
    }

    @Override
    public InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(SERIES, BlockLayout.dense(length, mean.length));
        blocks.put(WEIGHTS, BlockLayout.dense(length));
        blocks.put(AHEAD, BlockLayout.dense(steps, mean.length));
        return new InputLayout(input, Modality.SERIES, blocks);
    }

    @Override
    public InputFeatures apply(Table table, int[] rows) {
        var values = new float[Math.multiplyExact(rows.length, length * mean.length)];
        var known = new float[rows.length * steps * mean.length];
        var weights = new float[rows.length * length];
        var present = new boolean[rows.length];
        for (var c = 0; c < mean.length; c++) {
            var column = PastFeaturizer.windows(table, columns.get(c));
            for (var i = 0; i < rows.length * steps; i++) {
                var row = i / steps;
                var step = i % steps;
                var value = column.at(rows[row], step - steps);
                if (Double.isFinite(value)) {
                    present[row] = true;
                    known[i * mean.length + c] = (float) ((value - mean[c]) / deviation[c]);
                    values[(row * length + step) * mean.length + c] = known[i * mean.length + c];
                }
            }
        }
        for (var i = 0; i < rows.length; i++) {
            Arrays.fill(weights, i * length, i * length + steps, present[i] ? 1f / steps : 0);
        }
        var blocks = new LinkedHashMap<String, Block>();
        blocks.put(SERIES, new Block.Dense(new int[] {length, mean.length}, values));
        blocks.put(WEIGHTS, new Block.Dense(new int[] {length}, weights));
        blocks.put(AHEAD, new Block.Dense(new int[] {steps, mean.length}, known));
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
}
