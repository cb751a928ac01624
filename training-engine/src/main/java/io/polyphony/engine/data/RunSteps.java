package io.polyphony.engine.data;

import static io.polyphony.engine.data.InputLayout.SERIES;
import static io.polyphony.engine.data.InputLayout.WEIGHTS;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns that are steps of one measurement as a series, each channel minus its train mean and divided by its train deviation. A
 * missing cell is as the step before it, or the next one that is known.
 *
 * @param channels names of columns, by channel and step; all equally long
 */
record RunSteps(String input, List<List<String>> channels, float[] mean, float[] deviation) implements Featurizer {

    /** Enough to know a mean and a deviation by. */
    private static final int MOST_ROWS = 10_000;

    static RunSteps fit(Table table, InputSpec input, int[] trainRows) {
        var runs = ColumnRuns.of(input.columns().stream()
                .filter(name -> holdsNumbers(table.column(name), trainRows))
                .toList());
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(
                    "The input (%s) has no columns that are numbered as steps of one measurement.%nMaybe choose another encoder."
                            .formatted(input.name()));
        }
        var every = 1 + trainRows.length / MOST_ROWS;
        var some = IntStream.range(0, trainRows.length)
                .filter(i -> i % every == 0)
                .map(i -> trainRows[i])
                .toArray();
        var mean = new float[runs.size()];
        var deviation = new float[mean.length];
        for (var c = 0; c < mean.length; c++) {
            var moments = Moments.of(runs.get(c).stream()
                    .map(table::column)
                    .flatMapToDouble(column -> Arrays.stream(some).mapToDouble(row -> cell(column, row)))
                    .filter(Double::isFinite)
                    .toArray());
            mean[c] = (float) moments.mean();
            deviation[c] = (float) moments.deviationOrOne();
        }
        return new RunSteps(input.name(), runs, mean, deviation);
    }

    private static boolean holdsNumbers(Column column, int[] rows) {
        return switch (column) {
            case Column.Numbers _ -> true;
            case Column.Texts texts ->
                Arrays.stream(rows)
                        .mapToObj(row -> texts.values()[row])
                        .allMatch(cell -> cell == null || Double.isFinite(number(cell)));
            case Column.Dates _, Column.Files _, Column.Windows _ -> false;
        };
    }

    private static double number(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    private static float cell(Column column, int row) {
        return switch (column) {
            case Column.Numbers(var values) -> (float) values[row];
            case Column.Texts(var values) -> {
                var cell = values[row];
                yield cell == null ? Float.NaN : (float) number(cell);
            }
            case Column.Dates _, Column.Files _, Column.Windows _ -> Float.NaN;
        };
    }

    private int steps() {
        return channels.getFirst().size();
    }

    @Override
    public InputLayout layout() {
        var blocks = new LinkedHashMap<String, BlockLayout>();
        blocks.put(SERIES, BlockLayout.dense(steps(), channels.size()));
        blocks.put(WEIGHTS, BlockLayout.dense(steps()));
        return new InputLayout(input, Modality.TABULAR, blocks);
    }

    @Override
    public InputFeatures apply(Table table, int[] rows) {
        var values = new float[Math.multiplyExact(rows.length, steps() * channels.size())];
        var weights = new float[rows.length * steps()];
        var present = new boolean[rows.length];
        for (var c = 0; c < channels.size(); c++) {
            for (var step = 0; step < steps(); step++) {
                var column = table.column(channels.get(c).get(step));
                for (var i = 0; i < rows.length; i++) {
                    var cell = cell(column, rows[i]);
                    values[(i * steps() + step) * channels.size() + c] = (cell - mean[c]) / deviation[c];
                    present[i] |= Float.isFinite(cell);
                }
            }
        }
        for (var i = 0; i < rows.length; i++) {
            Arrays.fill(weights, i * steps(), (i + 1) * steps(), present[i] ? 1f / steps() : 0);
            fill(values, i * steps() * channels.size());
        }
        var blocks = new LinkedHashMap<String, Block>();
        blocks.put(SERIES, new Block.Dense(new int[] {steps(), channels.size()}, values));
        blocks.put(WEIGHTS, new Block.Dense(new int[] {steps()}, weights));
        return new InputFeatures(input, rows.length, blocks, present);
    }

    private void fill(float[] values, int start) {
        for (var c = 0; c < channels.size(); c++) {
            var known = 0f;
            for (var step = steps() - 1; step >= 0; step--) {
                var value = values[start + step * channels.size() + c];
                known = Float.isFinite(value) ? value : known;
            }
            for (var step = 0; step < steps(); step++) {
                var at = start + step * channels.size() + c;
                known = Float.isFinite(values[at]) ? values[at] : known;
                values[at] = known;
            }
        }
    }
}
