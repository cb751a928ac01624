package io.polyphony.hpo.sampler;

import java.util.List;

/** The samplers by name: a line each. */
public final class Samplers {

    /** What to take unless there is a reason not to. */
    public static final String RECOMMENDED = "ensemble";

    private static final List<Kind> ALL = List.of(
            new Kind(
                    "ensemble",
                    "Spreads out its first trials, then asks a Gaussian process twice and TPE once, in turns: the strongest at 8 to 400 trials.",
                    new EnsembleSampler()),
            new Kind(
                    "tpe",
                    "Proposes what looks more like the good trials than like the bad ones, all parameters together: quick at any size.",
                    new TpeSampler(Grouping.JOINT)),
            new Kind(
                    "tpe-grouped",
                    "TPE that looks at each branch of a conditional space by itself: for spaces of many branches.",
                    new TpeSampler(Grouping.BRANCH)),
            new Kind(
                    "tpe-univariate",
                    "TPE that looks at each parameter alone: for hundreds of parameters that have little to do with one another.",
                    new TpeSampler(Grouping.SINGLE)),
            new Kind(
                    "gp",
                    "Learns the objective as a smooth function and goes where it expects most improvement: for few, slow trials.",
                    new GaussianSampler()),
            new Kind(
                    "cma-es",
                    "Moves a cloud of trials towards the better ones: for numbers that interact and for more than 200 trials.",
                    new CmaSampler()),
            new Kind(
                    "bohb",
                    "TPE on what all trials had reached at the furthest epoch that enough came to: for searches that prune much.",
                    new BohbSampler()),
            new Kind(
                    "motpe",
                    "TPE for several tasks: weighs good trials by how much they widen the front.",
                    new TpeSampler(Grouping.SINGLE, 10, 48)),
            new Kind(
                    "parego",
                    "A Gaussian process of another random weighting of the tasks each time: for several tasks and few trials.",
                    new ParEgoSampler(8)),
            new Kind(
                    "ehvi",
                    "A Gaussian process per task; goes where the front is expected to grow most: for two or three tasks.",
                    new EhviSampler(8)),
            new Kind(
                    "nsga-ii",
                    "Breeds new trials from the least crowded of the best: for several tasks and many quick trials.",
                    new NsgaSampler(Survival.CROWDING, 20)),
            new Kind(
                    "nsga-iii",
                    "Breeds new trials, spread over given directions of compromise: for four tasks and more.",
                    new NsgaSampler(Survival.DIRECTIONS, 20)),
            new Kind("sobol", "Covers the space evenly whatever the results: for looking around.", new SobolSampler()),
            new Kind(
                    "grid",
                    "Tries the corners of a grid in random order: for two or three parameters.",
                    new GridSampler(5)),
            new Kind("random", "Draws at random: the yardstick of all others.", new RandomSampler()));

    private Samplers() {}

    /**
     * A line of the registry.
     *
     * @param explanation one sentence: what it does and when it is good
     */
    public record Kind(String name, String explanation, Sampler sampler) {}

    /** All, the recommended first. */
    public static List<Kind> all() {
        return ALL;
    }

    /** All names, the recommended first. */
    public static List<String> names() {
        return ALL.stream().map(Kind::name).toList();
    }

    /**
     * The sampler of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Sampler named(String name) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .map(Kind::sampler)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no sampler (%s). Maybe one of %s?".formatted(name, names())));
    }
}
