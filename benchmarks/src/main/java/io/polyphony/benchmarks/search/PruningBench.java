package io.polyphony.benchmarks.search;

import io.polyphony.hpo.analysis.Hypervolume;
import io.polyphony.hpo.analysis.ParetoFront;
import io.polyphony.hpo.pruner.NoPruner;
import io.polyphony.hpo.pruner.Pruner;
import io.polyphony.hpo.pruner.Pruners;
import io.polyphony.hpo.sampler.Sampler;
import io.polyphony.hpo.sampler.Samplers;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What pruning saves and what it costs, on invented curves and on recorded ones; what counts of the trials that looked best is what a search does not see. */
final class PruningBench {

    private static final Pruner ASHA = Pruners.named("asha");
    private static final int TRIALS = 100;
    private static final double QUARTER = 0.25;
    private static final int BUDGET = 30;
    private static final int SEEDS_OF_FRONTS = 15;
    private static final int MANY = 100_000;

    /** Curves by the number of a run. */
    @FunctionalInterface
    private interface Runs extends LongFunction<Curves> {}

    private PruningBench() {}

    static void one(int seeds, List<RecordedSearch> recorded) {
        one("invented curves", List.of(_ -> InventedCurves.ofOne()), seeds, _ -> 1);
        one(
                "recorded searches",
                recorded.stream()
                        .<Runs>map(search -> run -> RecordedCurves.ofScore(search, run))
                        .toList(),
                seeds,
                Math::abs);
    }

    static void several(int seeds, List<RecordedSearch> recorded) {
        int fewer = Math.min(seeds, SEEDS_OF_FRONTS);
        several("invented curves", List.of(_ -> InventedCurves.ofBoth()), fewer);
        several(
                "recorded searches",
                recorded.stream()
                        .filter(search -> search.figures().size() > 2)
                        .<Runs>map(search -> run -> RecordedCurves.ofTasks(search, run))
                        .toList(),
                fewer);
    }

    /**
     * One objective, searched at random: as many trials with pruning and without, and then as many as a quarter of the epochs is enough for.
     *
     * @param unit from the loss without pruning, what 1 is
     */
    private static void one(String which, List<Runs> all, int seeds, DoubleUnaryOperator unit) {
        List<Saved> saved = IntStream.range(0, all.size() * seeds)
                .parallel()
                .mapToObj(i -> saved(all.get(i / seeds), i % seeds, unit))
                .toList();
        Figures.atMost(
                "share of the epochs that ASHA takes for as many trials, " + which, mean(saved, Saved::share), QUARTER);
        Figures.atMost(
                "share of the final score that ASHA gives away at a quarter of the epochs, " + which,
                mean(saved, Saved::lost),
                0.01);
    }

    /**
     * What pruning did in one run.
     *
     * @param share of the epochs that as many trials took
     * @param lost  at a quarter of the epochs
     */
    private record Saved(double share, double lost) {}

    private static Saved saved(Runs runs, int seed, DoubleUnaryOperator unit) {
        var curves = runs.apply(seed);
        var whole = random(curves, new NoPruner(), seed, TRIALS, Integer.MAX_VALUE);
        var alike = random(curves, ASHA, seed, TRIALS, Integer.MAX_VALUE);
        var quarter = random(curves, ASHA, seed, MANY, (int) (QUARTER * whole.epochs()));
        double best = best(curves, whole);
        return new Saved(
                (double) alike.epochs() / whole.epochs(), (best(curves, quarter) - best) / unit.applyAsDouble(best));
    }

    private static Curves.Searched random(Curves curves, Pruner pruner, long seed, int trials, int epochs) {
        return curves.search(Samplers.named("random"), pruner, seed, trials, epochs);
    }

    /** The loss that counts of the trial that looked best. */
    private static double best(Curves curves, Curves.Searched searched) {
        Objective objective = curves.objectives().getFirst();
        return searched.trials().stream()
                .filter(trial -> !trial.values().isEmpty())
                .min(Comparator.comparingDouble(
                        trial -> objective.loss(trial.values().getFirst())))
                .map(trial -> objective.loss(curves.judged(trial.assignment()).getFirst()))
                .orElseThrow();
    }

    /** Several objectives: the default with pruning beside NSGA-II without, which has thrice the epochs. */
    private static void several(String which, List<Runs> all, int seeds) {
        double ours = mean(all, runs -> volume(runs, Samplers.named("ensemble"), ASHA, seeds, BUDGET));
        double theirs = mean(all, runs -> volume(runs, Samplers.named("nsga-ii"), new NoPruner(), seeds, 3 * BUDGET));
        Figures.atLeast(
                "hypervolume of the default with multi-objective ASHA beside NSGA-II with thrice the epochs on "
                        + which,
                ours,
                theirs);
    }

    private static <T> double mean(List<T> all, ToDoubleFunction<T> figure) {
        return all.stream().mapToDouble(figure).average().orElseThrow();
    }

    /** The mean over the seeds. */
    private static double volume(Runs runs, Sampler sampler, Pruner pruner, int seeds, int budget) {
        return IntStream.range(0, seeds)
                .parallel()
                .mapToDouble(seed -> {
                    Curves curves = runs.apply(seed);
                    int epochs = budget * curves.steps().getLast();
                    return volume(
                                    curves,
                                    curves.search(sampler, pruner, seed, MANY, epochs)
                                            .trials())
                            / curves.greatestVolume();
                })
                .average()
                .orElseThrow();
    }

    /** What counts of the front that a search sees. */
    private static double volume(Curves curves, List<Trial> trials) {
        List<Trial> front = ParetoFront.of(curves.objectives(), trials).stream()
                .map(seen -> Trial.completed(
                        seen.number(),
                        seen.assignment(),
                        curves.judged(seen.assignment()).toArray(Double[]::new)))
                .toList();
        return Hypervolume.of(curves.objectives(), front, curves.reference());
    }
}
