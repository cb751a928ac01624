package io.polyphony.hpo.sampler.gaussian;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What points have in each coordinate. Where a space has few values, many points share them, and each needs to be bent but once.
 *
 * @param values per coordinate, each once, in ascending order
 * @param at     per point and coordinate the index of its value
 */
record Levels(double[][] values, int[][] at) {

    /** @param points at least one */
    static Levels of(double[][] points) {
        double[][] values = IntStream.range(0, points[0].length)
                .mapToObj(k -> Arrays.stream(points)
                        .mapToDouble(point -> point[k])
                        .sorted()
                        .distinct()
                        .toArray())
                .toArray(double[][]::new);
        int[][] at = Arrays.stream(points).map(point -> indices(values, point)).toArray(int[][]::new);
        return new Levels(values, at);
    }

    private static int[] indices(double[][] values, double[] point) {
        var indices = new int[point.length];
        Arrays.setAll(indices, k -> Arrays.binarySearch(values[k], point[k]));
        return indices;
    }

    /** The values as a shape bends them. */
    Bends bends(Shape shape) {
        Warp[] warps = shape.warps();
        double[][] bent = IntStream.range(0, values.length)
                .mapToObj(k -> shape.categorical()[k]
                        ? values[k]
                        : Arrays.stream(values[k]).map(warps[k]::of).toArray())
                .toArray(double[][]::new);
        return new Bends(this, shape, warps, bent);
    }

    /** @param bent per coordinate and value */
    record Bends(Levels levels, Shape shape, Warp[] warps, double[][] bent) {

        /** Any point, as the shape bends it. */
        double[] of(double[] point) {
            var seen = new double[point.length];
            for (int k = 0; k < seen.length; k++) {
                int known = Arrays.binarySearch(levels.values[k], point[k]);
                seen[k] = known >= 0 ? bent[k][known] : shape.categorical()[k] ? point[k] : warps[k].of(point[k]);
            }
            return seen;
        }

        /** The points that the values are of. */
        double[][] points() {
            return Arrays.stream(levels.at)
                    .map(at -> IntStream.range(0, at.length)
                            .mapToDouble(k -> bent[k][at[k]])
                            .toArray())
                    .toArray(double[][]::new);
        }

        /** Per point and coordinate the derivatives by the logarithms of the two bends. */
        double[][][] slopes() {
            double[][][] each = IntStream.range(0, bent.length)
                    .mapToObj(k -> Arrays.stream(levels.values[k])
                            .mapToObj(value -> shape.categorical()[k] ? new double[2] : warps[k].slopes(value))
                            .toArray(double[][]::new))
                    .toArray(double[][][]::new);
            return Arrays.stream(levels.at)
                    .map(at -> IntStream.range(0, at.length)
                            .mapToObj(k -> each[k][at[k]])
                            .toArray(double[][]::new))
                    .toArray(double[][][]::new);
        }
    }
}
