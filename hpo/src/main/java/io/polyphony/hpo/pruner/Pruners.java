package io.polyphony.hpo.pruner;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The pruners by name: a line each, with the numbers that it may be given. All of them prune several objectives as well as one. */
public final class Pruners {

    /** What to take unless there is a reason not to. */
    public static final String RECOMMENDED = "median";

    private static final Setting STARTUP = Setting.count(
            "startup", "Completed trials first", 5, 1, 1000, "How many completed trials must have come as far.");
    private static final Setting ETA =
            Setting.count("eta", "One in", 3, 2, 10, "One in how many goes on at each look.");

    private static final List<Kind> ALL = List.of(
            new Kind(
                    "median",
                    "Stops a trial that is in the worse half at its epoch, once five have completed.",
                    List.of(STARTUP),
                    (_, given) -> new MedianPruner(given.count("startup"), 2)),
            new Kind(
                    "asha",
                    "Lets one third go on after 2, 6, 18, 54, ... epochs of the longest training, or as large a share of a shorter one, but not before its first tenth has passed; "
                            + "by Pareto fronts if there are several tasks: saves most.",
                    List.of(
                            ETA,
                            Setting.count(
                                    "grace", "First epochs", 2, 1, 1000, "After how many epochs it looks first.")),
                    (course, given) -> new AshaPruner(given.count("eta"), given.count("grace"), course.first())),
            new Kind(
                    "hyperband",
                    "Several ASHAs side by side, from bold to patient: for when good trials may start slowly.",
                    List.of(ETA),
                    (course, given) -> new HyperbandPruner(given.count("eta"), course.first(), course.longest())),
            new Kind(
                    "percentile",
                    "Stops a trial that is not in the best quarter at its epoch: bolder than the median.",
                    List.of(
                            Setting.share(
                                    "share", "Share that goes on", 0.25, 0.01, 0.99, "How many of all trials go on."),
                            STARTUP),
                    (_, given) -> new PercentilePruner(given.number("share"), given.count("startup"), 2)),
            new Kind(
                    "patient",
                    "Stops what the median would, but only after three epochs without progress.",
                    List.of(
                            Setting.count(
                                    "patience",
                                    "Epochs without progress",
                                    3,
                                    1,
                                    1000,
                                    "How many epochs in a row must have brought nothing."),
                            STARTUP),
                    (_, given) ->
                            new PatientPruner(new MedianPruner(given.count("startup"), 2), given.count("patience"), 0)),
            new Kind(
                    "wilcoxon",
                    "Stops a trial that is significantly worse than the best one, report by report: for noisy metrics.",
                    List.of(
                            Setting.share(
                                    "significance",
                                    "Significance",
                                    0.1,
                                    0.0001,
                                    0.5,
                                    "Below which p a trial is stopped."),
                            Setting.count("startup", "Epochs first", 5, 2, 1000, "How many epochs must be compared.")),
                    (_, given) -> new WilcoxonPruner(given.number("significance"), given.count("startup"))),
            Kind.limiting(
                    "threshold",
                    "Stops what has diverged, and what is worse than the limit that is given for an objective.",
                    List.of(Setting.count(
                            "after", "Epochs first", 0, 0, 1000, "The last epoch at which no limit counts yet.")),
                    (_, given) -> new ThresholdPruner(given.others("after"), given.count("after"))),
            new Kind("none", "Lets every trial run to its end.", List.of(), (_, _) -> new NoPruner()));

    private Pruners() {}

    /**
     * A line of the registry.
     *
     * @param explanation one sentence: what it does and when it is good
     * @param settings    the numbers that it may be given
     * @param limits      whether it may be given, by the name of an objective, the worst value that goes on
     * @param maker       of the pruner
     */
    public record Kind(String name, String explanation, List<Setting> settings, boolean limits, Maker maker) {

        Kind(String name, String explanation, List<Setting> settings, Maker maker) {
            this(name, explanation, settings, false, maker);
        }

        static Kind limiting(String name, String explanation, List<Setting> settings, Maker maker) {
            return new Kind(name, explanation, settings, true, maker);
        }

        /** The setting of that name, if it has one. */
        public Optional<Setting> setting(String wanted) {
            return settings.stream()
                    .filter(setting -> setting.name().equals(wanted))
                    .findFirst();
        }

        /** All its settings, as they were given or else as usual, and the limits that were given. */
        public Map<String, Double> complete(Map<String, Double> given) {
            var complete = new TreeMap<String, Double>();
            settings.forEach(setting -> complete.put(setting.name(), setting.usual()));
            complete.putAll(given);
            return complete;
        }
    }

    /** Makes a pruner of how long trainings are, and of all its settings. */
    interface Maker {
        Pruner of(Course course, Given given);
    }

    /** Numbers by name. */
    record Given(Map<String, Double> numbers) {
        double number(String name) {
            return Objects.requireNonNull(numbers.get(name), name);
        }

        int count(String name) {
            return (int) number(name);
        }

        Map<String, Double> others(String name) {
            var others = new TreeMap<>(numbers);
            others.remove(name);
            return others;
        }
    }

    /** All, the recommended first. */
    public static List<Kind> all() {
        return ALL;
    }

    /** All names, the recommended first. */
    public static List<String> names() {
        return ALL.stream().map(Kind::name).toList();
    }

    /**
     * What is known of the pruner of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kind kind(String name) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no pruner (%s). Maybe one of %s?".formatted(name, names())));
    }

    /**
     * The pruner of that name with its usual settings, for trainings of at most 27 steps.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Pruner named(String name) {
        return named(name, Course.USUAL, Map.of());
    }

    /**
     * The pruner of that name.
     *
     * @param course   how long the study's trainings are
     * @param settings by name; those left out are as usual
     * @throws IllegalArgumentException if there is none, or it has no such setting, or not with that value
     */
    public static Pruner named(String name, Course course, Map<String, Double> settings) {
        var kind = kind(name);
        settings.forEach((setting, value) -> check(kind, setting, value));
        return kind.maker().of(course, new Given(kind.complete(settings)));
    }

    private static void check(Kind kind, String name, double value) {
        var objection = kind.setting(name)
                .map(setting -> setting.objection(value))
                .orElse(
                        kind.limits()
                                ? Optional.empty()
                                : Optional.of("The pruner (%s) has no setting (%s). Maybe one of %s?"
                                        .formatted(
                                                kind.name(),
                                                name,
                                                kind.settings().stream()
                                                        .map(Setting::name)
                                                        .toList())));
        objection.ifPresent(told -> {
            throw new IllegalArgumentException(told);
        });
    }
}
