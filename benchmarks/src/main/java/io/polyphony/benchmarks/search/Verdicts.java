package io.polyphony.benchmarks.search;

import io.polyphony.hpo.analysis.SignedRank;
import io.polyphony.hpo.sampler.Samplers;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The default sampler beside random search and Optuna.
 *
 * @param part which tasks the scores are of
 */
record Verdicts(String part, Scores scores) {

    private static final String DEFAULT = Samplers.RECOMMENDED;
    /** Optuna's multivariate TPE at 128 trials on eight such functions, as published in the issue. */
    private static final double OPTUNA_AT_128 = 0.803;

    private static final List<Integer> BUDGETS = List.of(16, 32, 64);
    private static final double SIGNIFICANT = 0.05;
    private static final double NOTABLE = 0.05;
    private static final double FEW = 0.1;

    static Verdicts on(String part, Scores scores) {
        return new Verdicts(part, scores);
    }

    /** @param referees those of Optuna that were run */
    void print(List<String> referees) {
        Figures.means(scores, "random", part, List.of(8, 16, 32, 40, 64, 128, 512));
        Figures.means(scores, DEFAULT, part, List.of(8, 16, 32, 64));
        Figures.means(scores, "tpe", part, List.of(8, 16, 32, 64, 128));
        referees.forEach(referee -> Figures.means(scores, referee, part, scores.looked(referee)));
        Figures.atLeast(
                "default at 32 beside random at 512, " + part, scores.mean(DEFAULT, 32), scores.mean("random", 512));
        if (referees.contains("optuna multivariate")) {
            Figures.atLeast(
                    "default at 64 beside Optuna's multivariate TPE at 128, " + part,
                    scores.mean(DEFAULT, 64),
                    scores.mean("optuna multivariate", 128));
        } else if (part.equals("functions")) {
            Figures.atLeast(
                    "default at 64 beside Optuna's multivariate TPE at 128, published",
                    scores.mean(DEFAULT, 64),
                    OPTUNA_AT_128);
        }
        referees.forEach(this::duel);
    }

    /** Task by task and seed by seed. */
    private void duel(String referee) {
        for (int trials : BUDGETS) {
            double[] ours = scores.all(DEFAULT, trials);
            double[] theirs = scores.all(referee, trials);
            double[] gains = IntStream.range(0, ours.length)
                    .mapToDouble(i -> ours[i] - theirs[i])
                    .toArray();
            Figures.atMost(
                    "p of default against %s at %d, %s".formatted(referee, trials, part),
                    SignedRank.greater(gains),
                    SIGNIFICANT);
            Figures.atMost(
                    "share of tasks notably worse than %s at %d, %s".formatted(referee, trials, part),
                    worse(referee, trials),
                    FEW);
        }
    }

    private double worse(String referee, int trials) {
        double[] ours = scores.means(DEFAULT, trials);
        double[] theirs = scores.means(referee, trials);
        long worse = IntStream.range(0, ours.length)
                .filter(task -> ours[task] < theirs[task] - NOTABLE)
                .count();
        return (double) worse / ours.length;
    }
}
