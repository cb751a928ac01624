package io.polyphony.benchmarks.search;

import io.polyphony.hpo.sampler.Samplers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How good the search is, on functions and on recorded searches of our engine: {@code SearchBench [seeds] [part ...]}, 30 seeds and all parts by default. The same
 * figures every time, but for the milliseconds and seconds.
 */
public final class SearchBench {

    private static final int SEEDS = 30;
    private static final int[] AFTER = {8, 16, 32, 40, 64, 128, 512};
    private static final List<String> OTHERS = List.of("gp", "cma-es", "nsga-ii", "sobol");
    private static final int SEEDS_OF_OTHERS = 5;

    private final int seeds;
    private final List<SearchTask> functions = SearchTask.suite();
    private final List<RecordedSearch> recorded = RecordedSearch.all();

    private SearchBench(int seeds) {
        this.seeds = seeds;
    }

    public static void main(String[] arguments) {
        boolean counted = arguments.length > 0 && arguments[0].matches("\\d+");
        int seeds = counted ? Integer.parseInt(arguments[0]) : SEEDS;
        var parts = new SearchBench(seeds).parts();
        List<String> asked = Arrays.asList(arguments).subList(counted ? 1 : 0, arguments.length);
        check(asked, parts.keySet());
        parts.forEach((name, part) -> {
            if (asked.isEmpty() || asked.contains(name)) {
                timed(name, part);
            }
        });
    }

    private static void check(List<String> asked, Set<String> parts) {
        for (String name : asked) {
            if (!parts.contains(name)) {
                throw new IllegalArgumentException(
                        "There is no part (%s) of the benchmark of the search. Maybe one of %s?"
                                .formatted(name, parts));
            }
        }
    }

    private static void timed(String name, Runnable part) {
        long started = System.nanoTime();
        part.run();
        Figures.plain("seconds of " + name, (System.nanoTime() - started) / 1e9);
    }

    /** In the order in which they are run. */
    private Map<String, Runnable> parts() {
        var parts = new LinkedHashMap<String, Runnable>();
        parts.put("samplers", this::samplers);
        parts.put("others", this::others);
        parts.put("portfolio", () -> PortfolioBench.run(recorded, seeds));
        parts.put("pruning", () -> PruningBench.one(seeds, recorded));
        parts.put("fronts", () -> PruningBench.several(seeds, recorded));
        parts.put("speed", () -> {
            SpeedOfAsking.run();
            SpeedOfFronts.run();
        });
        return parts;
    }

    /** The default beside random search and Optuna. */
    private void samplers() {
        var scores = new Scores(tasks(), seeds, AFTER);
        var referees = Referees.start(scores);
        scores.run(ours("random"), 512);
        scores.run(ours(Samplers.RECOMMENDED), 64);
        scores.run(ours("tpe"), 128);
        var found = referees.join();
        Predicate<SearchTask> invented = functions::contains;
        Verdicts.on("functions", scores.of(invented)).print(found);
        Verdicts.on("recorded searches", scores.of(invented.negate())).print(found);
        Verdicts.on("suite", scores).print(found);
    }

    /** What else there is, for comparison. */
    private void others() {
        var scores = new Scores(tasks(), Math.min(seeds, SEEDS_OF_OTHERS), AFTER);
        for (String name : OTHERS) {
            scores.run(ours(name), 64);
            Figures.means(scores, name, "suite", List.of(16, 32, 64));
        }
    }

    private List<SearchTask> tasks() {
        var tasks = new ArrayList<>(functions);
        recorded.forEach(search -> tasks.add(search.task()));
        return tasks;
    }

    static Contender ours(String name) {
        return new Contender.Ours(name, Samplers.named(name));
    }
}
