package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers to standardised values and back.
 *
 * @param levels the only values there are, ascending, when the train rows know but a few (ratings, counts) and the median is
 *     aimed at, which always is one of them: so is a prediction; else empty
 * @param log whether log(1 + value) is taken first: for targets that are never negative and far from symmetric
 * @param mean what becomes 0: the mean of the train rows; where bent, their median
 * @param deviation what becomes 1: their standard deviation; where bent, that of a normal distribution as wide as their bulk
 * @param bent whether numbers far from the others are drawn in by an inverse hyperbolic sine: for targets with outliers next to which
 *     all others are the same. Never beside a logarithm, nor where the mean is aimed at, which outliers move
 */
public record ValueCodec(TaskSpec task, boolean log, double mean, double deviation, double[] levels, boolean bent)
        implements TaskCodec {

    /** A skewness beyond this, in units of the cubed deviation, calls for a logarithm. */
    private static final double SKEWED = 2;

    private static final int MOST_LEVELS = 20;
    private static final int ROWS_PER_LEVEL = 10;

    static ValueCodec fit(TaskSpec task, Table table, int[] trainRows) {
        var column = table.column(task.name());
        var values = Arrays.stream(trainRows)
                .mapToDouble(row -> Labels.number(column, row, task.name()))
                .filter(Double::isFinite)
                .toArray();
        if (values.length == 0) {
            throw new IllegalArgumentException(
                    "The target (%s) has no number among the train rows.%nMaybe the split left none."
                            .formatted(task.name()));
        }
        if (task.type() == TaskType.COUNT) {
            return ofCounts(task, values);
        }
        if (task.straight()) {
            return of(task, false, Scale.straight(values), values);
        }
        var log = Arrays.stream(values).min().orElseThrow() >= 0
                && Moments.of(values).skewness() > SKEWED;
        return log ? ofAmounts(task, values) : of(task, false, scale(task.aim(), values), values);
    }

    /** A logarithm is usually enough; where outliers are left that it does not tame, they are bent instead. */
    private static ValueCodec ofAmounts(TaskSpec task, double[] values) {
        var logs = Arrays.stream(values).map(Math::log1p).toArray();
        var bent = scale(task.aim(), values);
        return bent.bent() && scale(task.aim(), logs).bent()
                ? of(task, false, bent, values)
                : of(task, true, Scale.straight(logs), values);
    }

    static Scale scale(Aim aim, double[] values) {
        return aim == Aim.MEAN ? Scale.straight(values) : Scale.robust(values);
    }

    private static ValueCodec of(TaskSpec task, boolean log, Scale scale, double[] values) {
        return new ValueCodec(task, log, scale.middle(), scale.unit(), levels(task, values), scale.bent());
    }

    /** Counts keep their zero: they are only brought to a mean of one. */
    private static ValueCodec ofCounts(TaskSpec task, double[] values) {
        var least = Arrays.stream(values).min().orElse(0);
        if (least < 0) {
            throw new IllegalArgumentException(
                    "The target (%s) has the value %s, but a count is never negative.%nMaybe it is a regression."
                            .formatted(task.name(), least));
        }
        var mean = Arrays.stream(values).average().orElse(1);
        return new ValueCodec(task, false, 0, mean > 0 ? mean : 1, new double[0], false);
    }

    @Override
    public List<String> classes() {
        return List.of();
    }

    @Override
    public TaskLabels encode(Table table, int[] rows) {
        var column = table.column(task.name());
        var values = new float[rows.length];
        var mask = new float[rows.length];
        for (var i = 0; i < rows.length; i++) {
            var value = standardise(Labels.number(column, rows[i], task.name()));
            if (Double.isFinite(value)) {
                values[i] = (float) value;
                mask[i] = 1;
            }
        }
        return new TaskLabels(task.name(), task.type(), List.of(), values, mask, mean, deviation);
    }

    @Override
    public double standardise(double value) {
        return Scale.bent(bent, ((log ? Math.log1p(value) : value) - mean) / deviation);
    }

    @Override
    public double decode(double value) {
        return nearestLevel(unrounded(value));
    }

    @Override
    public double unrounded(double value) {
        var scaled = Scale.straightened(bent, value) * deviation + mean;
        return log ? Math.expm1(scaled) : scaled;
    }

    private static double[] levels(TaskSpec task, double[] values) {
        if (task.aim() != Aim.MEDIAN) {
            return new double[0];
        }
        var distinct = Arrays.stream(values)
                .sorted()
                .distinct()
                .limit(MOST_LEVELS + 1L)
                .toArray();
        var few = distinct.length <= MOST_LEVELS && values.length >= ROWS_PER_LEVEL * distinct.length;
        return few ? distinct : new double[0];
    }

    private double nearestLevel(double value) {
        var nearest = levels.length == 0 ? value : levels[0];
        for (var level : levels) {
            if (Math.abs(level - value) < Math.abs(nearest - value)) {
                nearest = level;
            }
        }
        return nearest;
    }
}
