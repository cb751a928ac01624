package io.polyphony.benchmarks.search;

import io.polyphony.hpo.sampler.RandomSampler;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.study.SpaceExhausted;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What contenders reach: the normalised regret of Bayesmark (Turner et al., PMLR 133, 2021) turned round, so that 1 is the optimum and 0 what random search
 * reaches on average with 16 trials. What counts of the
 * trial that looked best is what it is without the luck of that one look: a function's value without noise, the mean of a recorded search's other seeds.
 */
final class Scores {

    private static final int BASELINE_TRIALS = 16;
    private static final int BASELINE_SEEDS = 400;
    private static final long BASELINE_SEED = 1_000_000;

    private final List<SearchTask> tasks;
    private final int seeds;
    private final int[] after;
    private final double[] baseline;
    private final Map<String, double[][][]> known;

    /** @param after at which numbers of trials to look, in ascending order */
    Scores(List<SearchTask> tasks, int seeds, int... after) {
        this.tasks = tasks;
        this.seeds = seeds;
        this.after = after;
        this.known = new ConcurrentHashMap<>();
        var random = new Contender.Ours("random", new RandomSampler());
        this.baseline = tasks.stream()
                .parallel()
                .mapToDouble(task -> {
                    double sum = 0;
                    for (int i = 0; i < BASELINE_SEEDS; i++) {
                        sum += regrets(task, random, BASELINE_SEED + i, BASELINE_TRIALS)[BASELINE_TRIALS - 1];
                    }
                    return sum / BASELINE_SEEDS;
                })
                .toArray();
    }

    private Scores(Scores whole, int[] kept) {
        this.tasks = IntStream.of(kept).mapToObj(whole.tasks::get).toList();
        this.seeds = whole.seeds;
        this.after = whole.after;
        this.baseline = IntStream.of(kept).mapToDouble(t -> whole.baseline[t]).toArray();
        this.known = new LinkedHashMap<>();
        whole.known.forEach((name, scores) ->
                known.put(name, IntStream.of(kept).mapToObj(t -> scores[t]).toArray(double[][][]::new)));
    }

    /** What is known so far, of some tasks only. */
    Scores of(Predicate<SearchTask> which) {
        return new Scores(
                this,
                IntStream.range(0, tasks.size())
                        .filter(t -> which.test(tasks.get(t)))
                        .toArray());
    }

    /** Runs a contender on every task with every seed. */
    void run(Contender contender, int trials) {
        run(contender, _ -> trials);
    }

    /** The same with a number of trials per seed, of which the first seed has most; as many tasks at a time as the contender can do. */
    void run(Contender contender, IntUnaryOperator trials) {
        try (var workers = Executors.newFixedThreadPool(contender.atOnce())) {
            var running = IntStream.range(0, tasks.size())
                    .mapToObj(t -> CompletableFuture.supplyAsync(() -> run(contender, trials, t), workers))
                    .toList();
            known.put(
                    contender.name(),
                    running.stream().map(CompletableFuture::join).toArray(double[][][]::new));
        }
    }

    private double[][] run(Contender contender, IntUnaryOperator trials, int task) {
        var scores = new double[seeds][];
        for (int seed = 0; seed < seeds; seed++) {
            double[] regrets = regrets(tasks.get(task), contender, seed, trials.applyAsInt(seed));
            scores[seed] = Arrays.stream(after)
                    .filter(count -> count <= regrets.length)
                    .mapToDouble(count -> 1 - regrets[count - 1] / baseline[task])
                    .toArray();
        }
        return scores;
    }

    /** What a distance from the minimum of a task is worth. */
    double score(SearchTask task, double regret) {
        int t = IntStream.range(0, tasks.size())
                .filter(i -> tasks.get(i).name().equals(task.name()))
                .findFirst()
                .orElseThrow();
        return 1 - regret / baseline[t];
    }

    /** After how many trials a contender was looked at. */
    List<Integer> looked(String contender) {
        return Arrays.stream(after)
                .limit(scores(contender)[0][0].length)
                .boxed()
                .toList();
    }

    /** The mean over tasks and seeds. */
    double mean(String contender, int trials) {
        return Arrays.stream(means(contender, trials)).average().orElseThrow();
    }

    /** The means over the seeds that went so far, one per task. */
    double[] means(String contender, int trials) {
        int at = Arrays.binarySearch(after, trials);
        return Arrays.stream(scores(contender))
                .mapToDouble(task -> Arrays.stream(task)
                        .filter(seed -> at < seed.length)
                        .mapToDouble(seed -> seed[at])
                        .average()
                        .orElseThrow())
                .toArray();
    }

    /** One score per task and seed. */
    double[] all(String contender, int trials) {
        int at = Arrays.binarySearch(after, trials);
        return Arrays.stream(scores(contender))
                .flatMapToDouble(task -> Arrays.stream(task).mapToDouble(seed -> seed[at]))
                .toArray();
    }

    private double[][][] scores(String contender) {
        double[][][] scores = known.get(contender);
        if (scores == null) {
            throw new IllegalArgumentException(
                    "Nothing is known of (%s), only of %s. Maybe run it first.".formatted(contender, known.keySet()));
        }
        return scores;
    }

    /** After each trial, how far what counts of the one that looked best is from the minimum; a recorded search may have no more to try. */
    private static double[] regrets(SearchTask task, Contender contender, long seed, int trials) {
        var run = task.runs().apply(seed);
        var regrets = new double[trials];
        double seen = Double.POSITIVE_INFINITY;
        double regret = Double.POSITIVE_INFINITY;
        int number = 0;
        try (var search = contender.search(task, seed)) {
            for (; number < trials; number++) {
                Assignment next = search.ask();
                double value = run.seen().applyAsDouble(next);
                regret = value < seen ? run.judged().applyAsDouble(next) - run.minimum() : regret;
                seen = Math.min(seen, value);
                regrets[number] = regret;
                search.tell(value);
            }
        } catch (SpaceExhausted all) {
            Arrays.fill(regrets, number, trials, regret);
        }
        return regrets;
    }
}
