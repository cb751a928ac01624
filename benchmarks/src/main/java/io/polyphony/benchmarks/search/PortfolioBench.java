package io.polyphony.benchmarks.search;

import io.polyphony.hpo.portfolio.EarlierSearch;
import io.polyphony.hpo.portfolio.Portfolio;
import io.polyphony.hpo.pruner.NoPruner;
import io.polyphony.hpo.sampler.Samplers;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.study.Study;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What first trials are worth that were learnt from earlier searches, each of them a default search of 64 trials. Whatever was learnt from the same data set
 * is left out, not only the search itself.
 */
final class PortfolioBench {

    private static final int SIZE = 8;
    private static final int RIVAL = 40;
    private static final int EARLIER_TRIALS = 64;
    private static final int SEEDS_OF_EARLIER = 5;

    private final List<RecordedSearch> searches;
    private final Scores scores;

    PortfolioBench(List<RecordedSearch> searches, Scores scores) {
        this.searches = searches;
        this.scores = scores;
    }

    static void run(List<RecordedSearch> searches, int seeds) {
        var scores = new Scores(searches.stream().map(RecordedSearch::task).toList(), seeds, RIVAL);
        scores.run(SearchBench.ours("random"), RIVAL);
        new PortfolioBench(searches, scores).run(Math.min(seeds, SEEDS_OF_EARLIER));
    }

    private void run(int seeds) {
        double mean = IntStream.range(0, seeds)
                .parallel()
                .mapToDouble(this::mean)
                .average()
                .orElseThrow();
        Figures.atLeast(
                "portfolio of 8 learnt on other data sets beside random at 40, recorded searches",
                mean,
                scores.mean("random", RIVAL));
    }

    private double mean(int seed) {
        List<EarlierSearch> earlier =
                searches.stream().map(search -> earlier(search, seed)).toList();
        return IntStream.range(0, searches.size())
                .mapToDouble(i -> {
                    var others = IntStream.range(0, searches.size())
                            .filter(j -> !searches.get(j)
                                    .dataSet()
                                    .equals(searches.get(i).dataSet()))
                            .mapToObj(earlier::get)
                            .toList();
                    return score(
                            searches.get(i), Portfolio.learn(searches.get(i).space(), others, SIZE), seed);
                })
                .average()
                .orElseThrow();
    }

    /** What the team knows of it, with the seed that it saw. */
    private static EarlierSearch earlier(RecordedSearch search, int seed) {
        var curves = RecordedCurves.ofScore(search, seed);
        var found = curves.search(Samplers.named("ensemble"), new NoPruner(), seed, EARLIER_TRIALS, Integer.MAX_VALUE);
        return new EarlierSearch(search.name(), search.space(), curves.objectives(), found.trials());
    }

    /** Where the portfolio has fewer members, the default goes on. */
    private double score(RecordedSearch search, Portfolio portfolio, int seed) {
        var task = search.task();
        var run = task.runs().apply(seed);
        var study = new Study(
                search.space(),
                List.of(Objective.minimize("loss")),
                Samplers.named(Samplers.RECOMMENDED),
                new NoPruner(),
                portfolio.assignments(),
                seed);
        var history = new ArrayList<Trial>();
        while (history.size() < SIZE) {
            Assignment next = study.ask(history);
            history.add(Trial.completed(history.size(), next, run.seen().applyAsDouble(next)));
        }
        return scores.score(
                task,
                history.stream()
                        .min(Comparator.comparingDouble(trial -> trial.values().getFirst()))
                        .map(best -> run.judged().applyAsDouble(best.assignment()) - run.minimum())
                        .orElseThrow());
    }
}
