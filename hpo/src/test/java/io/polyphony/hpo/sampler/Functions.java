package io.polyphony.hpo.sampler;

import io.polyphony.hpo.pruner.NoPruner;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.study.Study;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** A function to be minimised, with its known minimum. */
record Functions(String name, SearchSpace space, ToDoubleFunction<Assignment> function, double minimum, double noise) {

    /** Dixon and Szego 1978; three minima of 0.397887. */
    static Functions branin() {
        var space = SearchSpace.of(Parameter.real("x", -5, 10), Parameter.real("y", 0, 15));
        return new Functions("branin", space, at -> branin(at.real("x"), at.real("y")), 0.397887, 0);
    }

    static double branin(double x, double y) {
        double curve = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
        return curve * curve + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
    }

    /** What a network's search looks like: a rate and a width that interact, a choice of branches with parameters of their own. Its minimum is 0. */
    static Functions branches() {
        var space = SearchSpace.of(
                Parameter.categorical("fusion", "average", "concatenation", "gated", "late"),
                Parameter.real("lr", 1e-5, 1e-1).log(),
                Parameter.integer("width", 16, 512).log(),
                Parameter.ordinal("batch", 32, 64, 128, 256),
                Parameter.real("dropout", 0, 0.5).when("fusion", "concatenation", "gated"),
                Parameter.real("gate", 0, 1).when("fusion", "gated"),
                Parameter.integer("depth", 1, 4).when("fusion", "concatenation"));
        return new Functions("branches", space, Functions::branches, 0, 0);
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

    private static double square(double x) {
        return x * x;
    }

    /** The best noise-free value that the sampler finds. */
    double best(Sampler sampler, int trials, long seed) {
        var study = new Study(space, List.of(Objective.minimize("loss")), sampler, new NoPruner(), List.of(), seed);
        var random = new SplittableRandom(seed);
        var history = new ArrayList<Trial>();
        double chosen = Double.POSITIVE_INFINITY;
        double seen = Double.POSITIVE_INFINITY;
        for (int number = 0; number < trials; number++) {
            Assignment assignment = study.ask(history);
            double truth = function.applyAsDouble(assignment);
            double value = truth + noise * random.nextGaussian();
            if (value < seen) {
                seen = value;
                chosen = truth;
            }
            history.add(Trial.completed(number, assignment, value));
        }
        return chosen - minimum;
    }
}
