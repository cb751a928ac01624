package io.polyphony.benchmarks.search;

import io.polyphony.hpo.sampler.Samplers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * How good the search is, on functions and on recorded searches of our engine: {@code SearchBench [seeds]}, 30 seeds by default. The same figures every time,
 * but for the milliseconds.
 */
public final class SearchBench {

    private static final int SEEDS = 30;
    private static final int[] AFTER = {8, 16, 32, 40, 64, 128, 512};
    private static final List<String> OTHERS = List.of("gp", "cma-es", "nsga-ii", "sobol");
    private static final int SEEDS_OF_OTHERS = 5;

    private SearchBench() {}

    public static void main(String[] arguments) {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SEEDS;
        var functions = SearchTask.suite();
        var recorded = RecordedSearch.all();
        var tasks = new ArrayList<>(functions);
        recorded.forEach(search -> tasks.add(search.task()));
        var scores = new Scores(tasks, seeds, AFTER);
        var referees = Referees.start(scores);
        scores.run(ours("random"), 512);
        scores.run(ours(Samplers.RECOMMENDED), 64);
        scores.run(ours("tpe"), 128);
        var found = referees.join();
        Predicate<SearchTask> invented = functions::contains;
        Verdicts.on("functions", scores.of(invented)).print(found);
        Verdicts.on("recorded searches", scores.of(invented.negate())).print(found);
        Verdicts.on("suite", scores).print(found);
        others(new Scores(tasks, Math.min(seeds, SEEDS_OF_OTHERS), AFTER));
        PortfolioBench.run(recorded, scores, seeds);
        PruningBench.run(seeds, recorded);
        SpeedOfAsking.run();
        SpeedOfFronts.run();
    }

    static Contender ours(String name) {
        return new Contender.Ours(name, Samplers.named(name));
    }

    /** What else there is, for comparison. */
    private static void others(Scores scores) {
        for (String name : OTHERS) {
            scores.run(ours(name), 64);
            Figures.means(scores, name, "suite", List.of(16, 32, 64));
        }
    }
}
