package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.SERIES;
import static io.polyphony.engine.data.InputLayout.WEIGHTS;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Series as steps and channels, each channel minus its train mean and divided by its train deviation; a gap is 0. Weights
 * are equal for all steps that a row has and 0 for the padding behind them. Longer series lose their beginning.
 */
record SeriesFeaturizer(String input, String column, int length, float[] mean, float[] deviation)
        implements Featurizer {

    /** Encoders halve the length several times, or cut it into patches. */
    private static final int STEP = 16;

    private static final double LEAST_DEVIATION = 1e-6;

    static SeriesFeaturizer fit(SeriesFeatures spec, Table table, InputSpec input, int[] trainRows) {
        var name = input.columns().getFirst();
        var cells = new SeriesCells(table.column(name), name);
        var longest = 1;
        var channels = 1;
        for (var row : trainRows) {
            var read = cells.channels(row);
            channels = Math.max(channels, read.size());
            longest = Math.max(longest, steps(read));
        }
        var sums = new double[3][channels];
        for (var row : trainRows) {
            add(cells.channels(row), sums);
        }
        var padded = Math.min(spec.maxLength() / STEP, Math.ceilDiv(longest, STEP)) * STEP;
        return of(input.name(), name, padded, sums);
    }

    private static SeriesFeaturizer of(String input, String column, int length, double[][] sums) {
        var mean = new float[sums[0].length];
        var deviation = new float[mean.length];
        for (var c = 0; c < mean.length; c++) {
            var count = Math.max(1, sums[0][c]);
            var average = sums[1][c] / count;
            mean[c] = (float) average;
            deviation[c] =
                    (float) Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, sums[2][c] / count - average * average)));
        }
        return new SeriesFeaturizer(input, column, length, mean, deviation);
    }

    private static void add(List<float[]> channels, double[][] sums) {
        for (var c = 0; c < channels.size(); c++) {
            for (var number : channels.get(c)) {
                if (Float.isFinite(number)) {
                    sums[0][c]++;
                    sums[1][c] += number;
                    sums[2][c] += (double) number * number;
                }
            }
        }
    }

    private static int steps(List<float[]> channels) {
        return channels.stream().mapToInt(channel -> channel.length).max().orElse(0);
    }

    @Override
    public InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(SERIES, BlockLayout.dense(length, mean.length));
        blocks.put(WEIGHTS, BlockLayout.dense(length));
        return new InputLayout(input, Modality.SERIES, blocks);
    }

    @Override
    public InputFeatures apply(Table table, int[] rows) {
        var cells = new SeriesCells(table.column(column), column);
        var values = new float[Math.multiplyExact(rows.length, length * mean.length)];
        var weights = new float[rows.length * length];
        var present = new boolean[rows.length];
        for (var i = 0; i < rows.length; i++) {
            var channels = cells.channels(rows[i]);
            var steps = Math.min(length, steps(channels));
            present[i] = steps > 0;
            Arrays.fill(weights, i * length, i * length + steps, steps == 0 ? 0 : 1f / steps);
            for (var c = 0; c < Math.min(mean.length, channels.size()); c++) {
                write(channels.get(c), c, values, i * length * mean.length);
            }
        }
        var blocks = new LinkedHashMap<String, Block>();
        blocks.put(SERIES, new Block.Dense(new int[] {length, mean.length}, values));
        blocks.put(WEIGHTS, new Block.Dense(new int[] {length}, weights));
        return new InputFeatures(input, rows.length, blocks, present);
    }

    @Override
    public Reading reading(Table table, int row) {
        var names = IntStream.rangeClosed(1, mean.length)
                .mapToObj(c -> mean.length == 1 ? column : column + " " + c)
                .toList();
        return new Reading.Steps(
                names, Math.min(length, steps(new SeriesCells(table.column(column), column).channels(row))));
    }

    private void write(float[] channel, int c, float[] values, int start) {
        var skipped = Math.max(0, channel.length - length);
        for (var step = skipped; step < channel.length; step++) {
            var number = channel[step];
            values[start + (step - skipped) * mean.length + c] =
                    Float.isFinite(number) ? (number - mean[c]) / deviation[c] : 0;
        }
    }
}
