package io.polyphony.hpo.function;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A function to be minimised.
 *
 * @param minimum its known least value
 */
public record TestFunction(String name, SearchSpace space, ToDoubleFunction<Assignment> function, double minimum) {

    /** Smooth, mixed and conditional ones; the benchmarks have more. */
    public static List<TestFunction> suite() {
        return List.of(branin(), hartmann6(), branches());
    }

    /** Dixon and Szego 1978; three minima of 0.397887. */
    public static TestFunction branin() {
        var space = SearchSpace.of(Parameter.real("x", -5, 10), Parameter.real("y", 0, 15));
        return new TestFunction("branin", space, at -> branin(at.real("x"), at.real("y")), 0.397887);
    }

    private static double branin(double x, double y) {
        double curve = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
        return curve * curve + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
    }

    private static final double[] HEIGHTS = {1, 1.2, 3, 3.2};
    private static final double[][] STEEPNESS = {
        {10, 3, 17, 3.5, 1.7, 8}, {0.05, 10, 17, 0.1, 8, 14}, {3, 3.5, 1.7, 10, 17, 8}, {17, 8, 0.05, 10, 0.1, 14}
    };
    private static final double[][] CENTRES = {
        {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
        {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
        {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
        {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
    };

    /** Hartmann 1973 in six dimensions; least value -3.32237. */
    public static TestFunction hartmann6() {
        return new TestFunction("hartmann6", reals("x", 6, 0, 1), TestFunction::hartmann6, -3.32237);
    }

    private static double hartmann6(Assignment at) {
        return -IntStream.range(0, 4)
                .mapToDouble(i ->
                        HEIGHTS[i] * Math.exp(-sum(6, j -> STEEPNESS[i][j] * square(at.real("x" + j) - CENTRES[i][j]))))
                .sum();
    }

    /** What a network's search looks like: a rate and a width that interact, a choice of branches with parameters of their own. Its minimum is 0. */
    public static TestFunction branches() {
        var space = SearchSpace.of(
                Parameter.categorical("fusion", "average", "concatenation", "gated", "late"),
                Parameter.real("lr", 1e-5, 1e-1).log(),
                Parameter.integer("width", 16, 512).log(),
                Parameter.ordinal("batch", 32, 64, 128, 256),
                Parameter.real("dropout", 0, 0.5).when("fusion", "concatenation", "gated"),
                Parameter.real("gate", 0, 1).when("fusion", "gated"),
                Parameter.integer("depth", 1, 4).when("fusion", "concatenation"));
        return new TestFunction("branches", space, TestFunction::branches, 0);
    }

    private static double branches(Assignment at) {
        double rate = Math.log10(at.real("lr")) + 3 + 0.3 * Math.log(at.integer("batch") / 64.0);
        double width = Math.log(at.integer("width") / 128.0) + 0.5 * rate;
        double shared = 0.3 * rate * rate + 0.15 * width * width;
        return shared
                + switch (at.text("fusion")) {
                    case "average" -> 0.5;
                    case "late" -> 0.3;
                    case "concatenation" ->
                        0.15 + Math.abs(at.real("dropout") - 0.2) + 0.1 * Math.abs(at.integer("depth") - 2);
                    case "gated" -> square(at.real("dropout") - 0.3) * 4 + square(at.real("gate") - 0.7);
                    default -> throw new IllegalArgumentException(at.text("fusion"));
                };
    }

    private static SearchSpace reals(String name, int count, double low, double high) {
        return new SearchSpace(IntStream.range(0, count)
                .<Parameter>mapToObj(i -> Parameter.real(name + i, low, high))
                .toList());
    }

    private static double sum(int count, IntToDoubleFunction term) {
        return IntStream.range(0, count).mapToDouble(term).sum();
    }

    private static double square(double x) {
        return x * x;
    }

    @Override
    public String toString() {
        return name;
    }
}
