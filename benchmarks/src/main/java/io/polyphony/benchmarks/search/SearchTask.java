package io.polyphony.benchmarks.search;

import io.polyphony.hpo.function.TestFunction;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A loss to be minimised, of which a search sees less than the truth.
 *
 * @param runs what there is to see and to reach, by the number of a run
 */
public record SearchTask(String name, SearchSpace space, LongFunction<Run> runs) {

    /**
     * One run of a search.
     *
     * @param seen    what the search is told; to be asked once per trial, in their order
     * @param judged  what counts of the trial that looked best
     * @param minimum the least there is to reach of what counts
     */
    public record Run(ToDoubleFunction<Assignment> seen, ToDoubleFunction<Assignment> judged, double minimum) {}

    /**
     * A function with normal noise, which does not count.
     *
     * @param minimum its known least value
     * @param noise   the standard deviation of what is added to what the search sees
     */
    static SearchTask of(
            String name, SearchSpace space, ToDoubleFunction<Assignment> function, double minimum, double noise) {
        return new SearchTask(name, space, run -> {
            var random = new SplittableRandom(run);
            return new Run(
                    assignment -> function.applyAsDouble(assignment) + noise * random.nextGaussian(),
                    function,
                    minimum);
        });
    }

    private static SearchTask of(TestFunction known) {
        return of(known.name(), known.space(), known.function(), known.minimum(), 0);
    }

    /** Smooth, mixed, conditional and noisy ones, from 2 to 20 dimensions. */
    public static List<SearchTask> suite() {
        var own = Stream.of(layers(), choices(), mixedAckley(), noisyNetwork(), sparse());
        return Stream.concat(TestFunction.suite().stream().map(SearchTask::of), own)
                .toList();
    }

    /** A depth that decides how many widths there are, and an optimiser with parameters of its own. Its minimum is 0. */
    static SearchTask layers() {
        var space = SearchSpace.of(
                Parameter.integer("depth", 1, 4),
                Parameter.integer("width1", 8, 512).log(),
                Parameter.integer("width2", 8, 512).log().when("depth", 2, 3, 4),
                Parameter.integer("width3", 8, 512).log().when("depth", 3, 4),
                Parameter.integer("width4", 8, 512).log().when("depth", 4),
                Parameter.categorical("optimizer", "adam", "sgd", "rmsprop"),
                Parameter.real("rate", 1e-5, 1).log(),
                Parameter.real("momentum", 0, 0.99).when("optimizer", "sgd"),
                Parameter.real("decay", 1e-6, 1e-1).log().when("optimizer", "adam"));
        return of("layers", space, SearchTask::layers, 0, 0);
    }

    private static double layers(Assignment at) {
        int depth = at.integer("depth");
        double widths = sum(depth, i -> 0.1 * square(Math.log(at.integer("width" + (i + 1)) / 128.0) + 0.3 * i));
        double rate = Math.log10(at.real("rate"));
        return widths
                + 0.2 * Math.abs(depth - 3)
                + switch (at.text("optimizer")) {
                    case "adam" -> 0.2 * square(rate + 3) + 0.05 * square(Math.log10(at.real("decay")) + 4);
                    case "sgd" ->
                        0.1
                                + 0.2 * square(rate + 1 + 2 * (at.real("momentum") - 0.5))
                                + 0.3 * (0.99 - at.real("momentum"));
                    case "rmsprop" -> 0.25 + 0.2 * square(rate + 3.5);
                    default -> throw new IllegalArgumentException(at.text("optimizer"));
                };
    }

    /** Eight choices of four; each has its merit, and neighbours have one together. Its minimum is 0. */
    static SearchTask choices() {
        var parameters = new ArrayList<Parameter>();
        IntStream.range(0, 8).forEach(i -> parameters.add(Parameter.categorical("c" + i, "a", "b", "c", "d")));
        parameters.add(Parameter.real("x", 0, 1));
        return of("choices", new SearchSpace(parameters), SearchTask::choices, 0, 0);
    }

    private static double choices(Assignment at) {
        double[] merits = {0, 0.3, 0.6, 1};
        double alone = sum(8, i -> merits[(at.text("c" + i).charAt(0) - 'a' + i) % 4]);
        double together = sum(
                7,
                i -> (at.text("c" + i).charAt(0) + i) % 4
                                == (at.text("c" + (i + 1)).charAt(0) + i + 1) % 4
                        ? 0
                        : 0.3);
        return alone + together + 4 * square(at.real("x") - 0.3);
    }

    /** Ackley's function over reals, whole numbers and a choice of the place of its minimum, 0. */
    static SearchTask mixedAckley() {
        var parameters = new ArrayList<>(reals("x", 3, -4, 6).parameters());
        parameters.add(Parameter.integer("n0", -5, 7));
        parameters.add(Parameter.integer("n1", -5, 7));
        parameters.add(Parameter.categorical("shift", "none", "little", "much"));
        return of("ackley", new SearchSpace(parameters), SearchTask::ackley, 0, 0);
    }

    private static double ackley(Assignment at) {
        double shift = switch (at.text("shift")) {
            case "none" -> 0.6;
            case "little" -> 0;
            default -> 1.5;
        };
        var x = IntStream.range(0, 5)
                .mapToDouble(i -> i < 3 ? at.real("x" + i) - shift : at.integer("n" + (i - 3)) - 1)
                .toArray();
        double squares = sum(5, i -> x[i] * x[i]) / 5;
        double waves = sum(5, i -> Math.cos(2 * Math.PI * x[i])) / 5;
        return -20 * Math.exp(-0.2 * Math.sqrt(squares)) - Math.exp(waves) + 20 + Math.E + shift;
    }

    /** A validation loss with the noise of a seed. Its minimum is 0. */
    static SearchTask noisyNetwork() {
        var space = SearchSpace.of(
                Parameter.real("lr", 1e-5, 1e-1).log(),
                Parameter.real("decay", 1e-6, 1e-1).log(),
                Parameter.real("dropout", 0, 0.6).step(0.05),
                Parameter.ordinal("batch", 16, 32, 64, 128, 256),
                Parameter.integer("width", 16, 1024).log(),
                Parameter.categorical("schedule", "cosine", "constant", "step"),
                Parameter.categorical("weighting", "equal", "static", "uncertainty"),
                Parameter.real("share", 0.1, 10).log().when("weighting", "static"));
        return of("network", space, SearchTask::noisyNetwork, 0, 0.05);
    }

    private static double noisyNetwork(Assignment at) {
        double rate = Math.log10(at.real("lr")) + 2.7 - 0.5 * Math.log(at.integer("batch") / 64.0);
        double capacity = Math.log(at.integer("width") / 256.0) - 3 * (at.real("dropout") - 0.25);
        double weighting = switch (at.text("weighting")) {
            case "equal" -> 0.15;
            case "uncertainty" -> 0.08;
            default -> 0.1 * Math.abs(Math.log(at.real("share") / 3));
        };
        return Math.min(1, 0.12 * rate * rate)
                + 0.06 * square(capacity)
                + 0.02 * square(Math.log10(at.real("decay")) + 3)
                + (at.text("schedule").equals("cosine") ? 0 : 0.07)
                + weighting;
    }

    /** Twenty dimensions of which five matter. Its minimum is 0. */
    static SearchTask sparse() {
        return of(
                "sparse",
                reals("x", 20, 0, 1),
                at -> sum(5, i -> (5 - i) * square(at.real("x" + i) - 0.15 * (i + 1)))
                        + square(at.real("x0") - at.real("x1") + 0.15),
                0,
                0);
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
