package io.polyphony.engine.program;

import static io.polyphony.engine.program.ByHand.each;

import java.util.Arrays;

/**
 * Convolutions and what goes with them, written out place by place for one picture [height][width][channels]; a series is a picture
 * of one line.
 *
 * @param known the numbers
 */
public record PicturesByHand(ByHand known) {

    /** Row-major numbers as a picture. */
    public static double[][][] picture(int width, int channels, double... numbers) {
        return Arrays.stream(ByHand.members(width * channels, numbers))
                .map(line -> ByHand.members(channels, line))
                .toArray(double[][][]::new);
    }

    /**
     * By weights [height, width, channels, filters]; what lies beyond an edge is zero, and of an even number of places more after than
     * before. Only every stride-th place is kept.
     */
    public double[][][] convolved(String name, double[][][] x, int high, int wide, int stride) {
        var weight = known.number(name + ".weight");
        var bias = known.number(name + ".bias");
        int channels = x[0][0].length;
        int lines = Math.ceilDiv(x.length, stride);
        int columns = Math.ceilDiv(x[0].length, stride);
        int above = Math.max(0, (lines - 1) * stride + high - x.length) / 2;
        int left = Math.max(0, (columns - 1) * stride + wide - x[0].length) / 2;
        var result = new double[lines][columns][];
        for (int line = 0; line < lines; line++) {
            for (int column = 0; column < columns; column++) {
                var sum = bias.clone();
                for (int i = 0; i < high * wide * channels; i++) {
                    int y = line * stride - above + i / (wide * channels);
                    int z = column * stride - left + i / channels % wide;
                    if (y >= 0 && y < x.length && z >= 0 && z < x[0].length) {
                        for (int f = 0; f < sum.length; f++) {
                            sum[f] += x[y][z][i % channels] * weight[i * sum.length + f];
                        }
                    }
                }
                result[line][column] = sum;
            }
        }
        return result;
    }

    /** The largest of each 2 x 2 places. */
    public static double[][][] pooled(double[][][] x) {
        var result = new double[x.length / 2][x[0].length / 2][];
        for (int line = 0; line < result.length; line++) {
            for (int column = 0; column < result[0].length; column++) {
                result[line][column] = ByHand.largest(
                        x[2 * line][2 * column],
                        x[2 * line][2 * column + 1],
                        x[2 * line + 1][2 * column],
                        x[2 * line + 1][2 * column + 1]);
            }
        }
        return result;
    }

    /** All places normalised in groups of channels, one where they do not divide. */
    public double[][][] groups(String name, double[][][] x, int groups) {
        var places = Arrays.stream(x).flatMap(Arrays::stream).toArray(double[][]::new);
        var normalised = known.groups(name, places, places[0].length % groups == 0 ? groups : 1);
        var result = new double[x.length][x[0].length][];
        for (int p = 0; p < normalised.length; p++) {
            result[p / x[0].length][p % x[0].length] = normalised[p];
        }
        return result;
    }

    public static double[][][] rectified(double[][][] x) {
        return Arrays.stream(x)
                .map(line -> Arrays.stream(line).map(ByHand::rectified).toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    /** A residual block (He 2016) with group normalisation: max(0, F(x) + x), or with a map of x where the shape changes. */
    public double[][][] residual(String name, double[][][] x, int high, int stride, boolean same) {
        int groups = 8;
        var first = rectified(groups(name + ".first", convolved(name + ".first", x, high, 3, stride), groups));
        var second = groups(name + ".second", convolved(name + ".second", first, high, 3, 1), groups);
        var shortcut = same ? x : groups(name + ".shortcut", convolved(name + ".shortcut", x, 1, 1, stride), groups);
        var result = new double[second.length][second[0].length][];
        for (int line = 0; line < result.length; line++) {
            for (int column = 0; column < result[0].length; column++) {
                var sum = ByHand.plus(second[line][column], shortcut[line][column]);
                result[line][column] = ByHand.rectified(each(sum.length, i -> sum[i]));
            }
        }
        return result;
    }
}
