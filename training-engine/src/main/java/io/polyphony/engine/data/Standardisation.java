package io.polyphony.engine.data;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rows of numbers, each minus its train mean and divided by its train deviation.
 *
 * @param mean by place in a row
 * @param deviation by place in a row, above 0
 */
record Standardisation(float[] mean, float[] deviation) {
    /** Numbers that hardly differ among train rows say as much of others as noise does. */
    private static final double LEAST_DEVIATION = 1e-3;

    /** Deviations: what is further away, as what train rows lack is, is as far as that. */
    private static final float FURTHEST = 10;

    /**
     * Of rows of so many numbers, one after the other.
     *
     * @param there which rows count
     */
    static Standardisation of(float[] values, int width, IntPredicate there) {
        var rows = IntStream.range(0, values.length / width).filter(there).toArray();
        var mean = new float[width];
        var deviation = new float[width];
        for (int f = 0; f < width; f++) {
            int place = f;
            var moments = Moments.of(IntStream.of(rows)
                    .mapToDouble(row -> values[row * width + place])
                    .toArray());
            mean[f] = (float) moments.mean();
            deviation[f] = (float) Math.max(LEAST_DEVIATION, moments.deviation());
        }
        return new Standardisation(mean, deviation);
    }

    /** Brings rows to the scale, in place; those that are not there become zeros. */
    void apply(float[] values, boolean[] present) {
        for (int i = 0; i < values.length; i++) {
            int f = i % mean.length;
            float away = Math.clamp((values[i] - mean[f]) / deviation[f], -FURTHEST, FURTHEST);
            values[i] = present[i / mean.length] ? away : 0;
        }
    }
}
