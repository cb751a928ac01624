package io.polyphony.engine.data;

import java.util.Arrays;

/**
 * How far numbers of a column lie from their mean, for a line through them, which outliers are part of. What lies farther out than
 * twice the range of the train rows beyond them is taken for no farther: a line knows no end, and a slip of the keyboard would be
 * told a slip of an answer.
 *
 * @param mean what becomes 0, and what a missing cell is taken for
 * @param deviation what becomes 1
 * @param least and {@code most}: the ends of what is believed
 */
record StraightColumn(double mean, double deviation, double least, double most) {
    private static final double BEYOND = 2;

    static StraightColumn fit(double[] cells) {
        var values = Arrays.stream(cells).filter(Double::isFinite).toArray();
        if (values.length == 0) {
            return new StraightColumn(0, 1, 0, 0);
        }
        var moments = Moments.of(values);
        var range = Arrays.stream(values).summaryStatistics();
        double beyond = BEYOND * (range.getMax() - range.getMin());
        return new StraightColumn(
                moments.mean(), moments.deviationOrOne(), range.getMin() - beyond, range.getMax() + beyond);
    }

    float distance(double cell) {
        return Double.isFinite(cell) ? (float) ((Math.clamp(cell, least, most) - mean) / deviation) : 0;
    }
}
