package io.polyphony.hpo;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Constraint;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Everything that can have happened, for the contract suites. */
public final class Histories {

    public static final SearchSpace SPACE = SearchSpace.of(
                    Parameter.categorical("fusion", "average", "gated", "late"),
                    Parameter.real("lr", 1e-5, 1e-1).log(),
                    Parameter.integer("width", 8, 512).log(),
                    Parameter.ordinal("batch", 32, 64, 128),
                    Parameter.real("dropout", 0, 0.5).step(0.1),
                    Parameter.categorical("gate", "soft", "hard").when("fusion", "gated"),
                    Parameter.real("temperature", 0.5, 2).when("gate", "soft"),
                    Parameter.integer("heads", 1, 8).when("fusion", "gated", "late"))
            .with(Constraint.product(20_000, "width", "batch"));

    public static final List<Objective> ONE = List.of(Objective.minimize("mae"));
    public static final List<Objective> THREE =
            List.of(Objective.minimize("mae"), Objective.maximize("accuracy"), Objective.minimize("latency"));

    private Histories() {}

    /** A history of all states, with NaN, infinite and equal values, reports of different lengths, and assignments of another space. */
    public static List<Trial> wild(List<Objective> objectives, int size, long seed) {
        var random = new SplittableRandom(seed);
        var trials = new ArrayList<Trial>();
        for (int number = 0; number < size; number++) {
            Assignment assignment = random.nextInt(10) == 0
                    ? new Assignment(Map.of("referee", "image only", "lr", 1))
                    : SPACE.sample(random);
            trials.add(trial(number, assignment, objectives, random));
        }
        return trials;
    }

    private static Trial trial(int number, Assignment assignment, List<Objective> objectives, RandomGenerator random) {
        TrialState state = TrialState.values()[random.nextInt(5)];
        List<Report> reports = state == TrialState.WAITING
                ? List.of()
                : IntStream.rangeClosed(1, random.nextInt(30))
                        .mapToObj(step -> new Report(step, values(objectives, random)))
                        .toList();
        return new Trial(
                number,
                assignment,
                state,
                reports,
                state == TrialState.COMPLETED ? values(objectives, random) : List.of());
    }

    private static List<Double> values(List<Objective> objectives, RandomGenerator random) {
        return objectives.stream().map(_ -> value(random)).toList();
    }

    private static Double value(RandomGenerator random) {
        return switch (random.nextInt(12)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> Double.NEGATIVE_INFINITY;
            case 3 -> 0.5;
            default -> random.nextDouble();
        };
    }
}
