package io.polyphony.hpo.pruner;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The pruners by name: a line each. All of them prune several objectives as well as one. */
public final class Pruners {

    /** What to take unless there is a reason not to. */
    public static final String RECOMMENDED = "median";

    private static final List<Kind> ALL = List.of(
            new Kind(
                    "median",
                    "Stops a trial that is in the worse half at its epoch, once five have completed.",
                    _ -> new MedianPruner(5, 2)),
            new Kind(
                    "asha",
                    "Lets one third go on after 2, 6, 18, 54, ... epochs of the longest training, or as large a share of a shorter one, but not before its first tenth has passed; "
                            + "by Pareto fronts if there are several tasks: saves most.",
                    course -> new AshaPruner(3, 2, course.first())),
            new Kind(
                    "hyperband",
                    "Several ASHAs side by side, from bold to patient: for when good trials may start slowly.",
                    course -> new HyperbandPruner(3, course.first(), course.longest())),
            new Kind(
                    "percentile",
                    "Stops a trial that is not in the best quarter at its epoch: bolder than the median.",
                    _ -> new PercentilePruner(0.25, 5, 2)),
            new Kind(
                    "patient",
                    "Stops what the median would, but only after three epochs without progress.",
                    _ -> new PatientPruner(new MedianPruner(5, 2), 3, 0)),
            new Kind(
                    "wilcoxon",
                    "Stops a trial that is significantly worse than the best one, report by report: for noisy metrics.",
                    _ -> new WilcoxonPruner(0.1, 5)),
            new Kind("threshold", "Stops only what has diverged.", _ -> new ThresholdPruner(Map.of(), 0)),
            new Kind("none", "Lets every trial run to its end.", _ -> new NoPruner()));

    private Pruners() {}

    /**
     * A line of the registry.
     *
     * @param explanation one sentence: what it does and when it is good
     * @param pruner      by how long trainings are
     */
    public record Kind(String name, String explanation, Function<Course, Pruner> pruner) {}

    /** All, the recommended first. */
    public static List<Kind> all() {
        return ALL;
    }

    /** All names, the recommended first. */
    public static List<String> names() {
        return ALL.stream().map(Kind::name).toList();
    }

    /**
     * The pruner of that name, for trainings of at most 27 steps.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Pruner named(String name) {
        return named(name, Course.USUAL);
    }

    /**
     * The pruner of that name.
     *
     * @param course how long the study's trainings are
     * @throws IllegalArgumentException if there is none
     */
    public static Pruner named(String name, Course course) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .map(kind -> kind.pruner().apply(course))
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no pruner (%s). Maybe one of %s?".formatted(name, names())));
    }
}
