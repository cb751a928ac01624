package io.polyphony.engine.data;

import java.util.List;

/**
 * The next values of a column, standardised by all the train rows' steps, beside a naive forecast that repeats the last
 * season.
 *
 * @param width how many steps ahead
 * @param season steps after which the values come again, as far as the train rows tell; 1: the last value is repeated
 * @param lag the same, at most half of what is seen, so that a past tells by how much repeating itself misses; 0 in models stored
 *     before it was asked
 */
public record ForecastCodec(TaskSpec task, int width, double mean, double deviation, int season, int lag)
        implements TaskCodec {

    /** So many train rows tell the season well enough. */
    private static final int SAMPLE = 200;

    static ForecastCodec fit(TaskSpec task, Table table, int[] trainRows) {
        var column = windows(task, table);
        var seen = column.covered(trainRows);
        if (seen.length == 0) {
            throw new IllegalArgumentException(
                    "The target (%s) has no number among the train rows.%nMaybe the split left none."
                            .formatted(task.name()));
        }
        var moments = Moments.of(seen);
        return new ForecastCodec(
                task,
                column.ahead(),
                moments.mean(),
                moments.deviationOrOne(),
                season(column, trainRows, column.past()),
                season(column, trainRows, Math.max(1, column.past() / 2)));
    }

    private static Column.Windows windows(TaskSpec task, Table table) {
        if (table.column(task.name()) instanceof Column.Windows windows) {
            return windows;
        }
        throw new IllegalArgumentException(
                "The target (%s) has one value per row, but a forecast needs rows that are steps of time.%nMaybe it is a regression."
                        .formatted(task.name()));
    }

    /** The number of steps whose repetition is nearest to what came; of equally good ones the smallest. */
    private static int season(Column.Windows column, int[] trainRows, int longest) {
        var stride = Math.max(1, trainRows.length / SAMPLE);
        var best = 1;
        var least = Double.POSITIVE_INFINITY;
        for (var season = 1; season <= longest; season++) {
            var error = 0.0;
            for (var i = 0; i < trainRows.length; i += stride) {
                error += error(column, trainRows[i], season);
            }
            if (error < least) {
                best = season;
                least = error;
            }
        }
        return best;
    }

    private static double error(Column.Windows column, int row, int season) {
        var sum = 0.0;
        for (var step = 0; step < column.ahead(); step++) {
            var miss = column.at(row, step) - column.at(row, step % season - season);
            sum += Double.isFinite(miss) ? miss * miss : 0;
        }
        return sum;
    }

    @Override
    public List<String> classes() {
        return List.of();
    }

    @Override
    public TaskLabels encode(Table table, int[] rows) {
        var column = windows(task, table);
        var values = new float[Math.multiplyExact(rows.length, width)];
        var mask = new float[values.length];
        var steps = new float[values.length];
        var misses = new float[rows.length];
        for (var i = 0; i < rows.length; i++) {
            for (var step = 0; step < width; step++) {
                var value = (column.at(rows[i], step) - mean) / deviation;
                values[i * width + step] = Double.isFinite(value) ? (float) value : 0;
                mask[i * width + step] = Double.isFinite(value) ? 1 : 0;
            }
            repeat(column, rows[i], steps, i * width);
            misses[i] = (float) (miss(column, rows[i]) / deviation);
        }
        var repeated = new Repeated(steps, misses);
        return new TaskLabels(
                task.name(), task.type(), List.of(), values, mask, mean, deviation, width, repeated, null);
    }

    /** By how much the past misses that repeats itself after the lag. */
    private double miss(Column.Windows column, int row) {
        var sum = 0.0;
        var known = 0;
        for (var step = Math.max(1, lag) - column.past(); step < 0; step++) {
            var miss = Math.abs(column.at(row, step) - column.at(row, step - Math.max(1, lag)));
            sum += Double.isFinite(miss) ? miss : 0;
            known += Double.isFinite(miss) ? 1 : 0;
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    /** A gap in the last season is filled with the value before it; with the mean where there is none. */
    private void repeat(Column.Windows column, int row, float[] naive, int start) {
        var last = 0f;
        for (var step = 0; step < width; step++) {
            var value = (column.at(row, step % season - season) - mean) / deviation;
            last = Double.isFinite(value) ? (float) value : last;
            naive[start + step] = last;
        }
    }

    @Override
    public double standardise(double value) {
        return (value - mean) / deviation;
    }

    @Override
    public double decode(double value) {
        return value * deviation + mean;
    }
}
