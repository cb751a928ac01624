package io.polyphony.engine.program;

import static java.util.Objects.requireNonNull;

import io.polyphony.engine.op.GroupNorm;
import io.polyphony.engine.op.LayerNorm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What layers are by their papers, written out for one row with plain arrays: no primitive, no library. It knows the numbers of a
 * program by name, and nothing else of it. Members are [m][n].
 *
 * @param numbers what the program has learned, row-major
 */
public record ByHand(Map<String, double[]> numbers) {

    /** Gives everything that a program learns drawn values from -1 to 1. */
    public static ByHand drawn(Program program) {
        var numbers = new LinkedHashMap<String, double[]>();
        var random = new SplittableRandom(3);
        for (var slice : program.parameters().slices()) {
            var values = random.doubles(slice.size(), -1, 1).toArray();
            program.parameters().values().write(slice.offset(), values, slice.size());
            numbers.put(slice.name(), values);
        }
        for (var table : program.parameters().tables()) {
            var values = table.values();
            var read = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextDouble(-1, 1);
                read[i] = values[i];
            }
            numbers.put(table.name(), read);
        }
        return new ByHand(numbers);
    }

    public double[] number(String name) {
        return requireNonNull(numbers.get(name), () -> name + " is none of " + numbers.keySet());
    }

    /** A part of what has that name. */
    public double[] part(String name, int from, int count) {
        return Arrays.copyOfRange(number(name), from, from + count);
    }

    /** x W + b, or x W where there is no such b. */
    public double[] linear(String name, double... x) {
        var weight = number(name + ".weight");
        return plus(times(weight, x), numbers.getOrDefault(name + ".bias", new double[weight.length / x.length]));
    }

    public double[][] linear(String name, double[][] members) {
        return Arrays.stream(members).map(x -> linear(name, x)).toArray(double[][]::new);
    }

    /** x W for W [x, n]. */
    public static double[] times(double[] weight, double[] x) {
        int width = weight.length / x.length;
        return each(
                width,
                j -> IntStream.range(0, x.length)
                        .mapToDouble(i -> x[i] * weight[i * width + j])
                        .sum());
    }

    /** Layer normalisation (Ba 2016): mean 0 and variance 1, then scaled and shifted. */
    public double[] normalised(String name, double... x) {
        return scaled(name, standardised(x, LayerNorm.EPSILON), 0, x.length);
    }

    public double[][] normalised(String name, double[][] members) {
        return Arrays.stream(members).map(x -> normalised(name, x)).toArray(double[][]::new);
    }

    /** Group normalisation (Wu 2018) of all places [p][channels] of a picture or series. */
    public double[][] groups(String name, double[][] places, int groups) {
        int channels = places[0].length;
        int size = channels / groups;
        var result = new double[places.length][];
        Arrays.setAll(result, _ -> new double[channels]);
        for (int first = 0; first < channels; first += size) {
            int from = first;
            var all =
                    standardised(each(places.length * size, i -> places[i / size][from + i % size]), GroupNorm.EPSILON);
            for (int p = 0; p < places.length; p++) {
                var scaled = scaled(name, Arrays.copyOfRange(all, p * size, (p + 1) * size), from, size);
                System.arraycopy(scaled, 0, result[p], from, size);
            }
        }
        return result;
    }

    private static double[] standardised(double[] x, double epsilon) {
        double mean = Arrays.stream(x).average().orElseThrow();
        double variance = Arrays.stream(x)
                .map(each -> (each - mean) * (each - mean))
                .average()
                .orElseThrow();
        return each(x.length, i -> (x[i] - mean) / Math.sqrt(variance + epsilon));
    }

    private double[] scaled(String name, double[] x, int from, int count) {
        var gain = part(name + ".gain", from, count);
        var shift = part(name + ".shift", from, count);
        return each(count, i -> gain[i] * x[i] + shift[i]);
    }

    public static double[] rectified(double... x) {
        return each(x.length, i -> Math.max(0, x[i]));
    }

    /** Hendrycks and Gimpel (2016), the formula with tanh. */
    public static double[] gelu(double... x) {
        return each(
                x.length,
                i -> x[i] / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x[i] + 0.044715 * x[i] * x[i] * x[i]))));
    }

    public static double[] softmax(double... logits) {
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        return each(logits.length, i -> Math.exp(logits[i]) / sum);
    }

    /** The sum of members under shares. */
    public static double[] mixed(double[] shares, double[]... members) {
        return each(
                members[0].length,
                j -> IntStream.range(0, members.length)
                        .mapToDouble(m -> shares[m] * members[m][j])
                        .sum());
    }

    public static double[] mean(double[]... members) {
        return mixed(each(members.length, _ -> 1.0 / members.length), members);
    }

    public static double[] largest(double[]... members) {
        return each(
                members[0].length,
                j -> Arrays.stream(members)
                        .mapToDouble(member -> member[j])
                        .max()
                        .orElseThrow());
    }

    public static double[] plus(double[] x, double[] y) {
        return each(x.length, i -> x[i] + y[i]);
    }

    public static double[][] plus(double[][] x, double[][] y) {
        return IntStream.range(0, x.length).mapToObj(m -> plus(x[m], y[m])).toArray(double[][]::new);
    }

    public static double[] joined(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    public static double[][] joined(List<double[]> first, double[]... others) {
        var all = new ArrayList<>(first);
        all.addAll(List.of(others));
        return all.toArray(double[][]::new);
    }

    /** Row-major numbers as members of so many. */
    public static double[][] members(int width, double... row) {
        return IntStream.range(0, row.length / width)
                .mapToObj(m -> Arrays.copyOfRange(row, m * width, (m + 1) * width))
                .toArray(double[][]::new);
    }

    public static double[] each(int width, IntToDoubleFunction number) {
        return IntStream.range(0, width).mapToDouble(number).toArray();
    }
}
