package io.polyphony.hpo.sampler;

import io.polyphony.hpo.analysis.Ranking;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A history divided into good and bad trials.
 *
 * <p>Completed trials rank first, those that miss a limit after those that keep to all and by how much they miss it; several objectives rank by non-dominated sorting, as in MOTPE (Ozaki et al., GECCO 2020). Then come
 * the pruned: those that came farther first, and at the same step by their last report; those that would have missed a limit after the others. Failed and diverged trials count as worst.
 * Pending ones count as bad too (the constant liar of Ginsbourger et al., 2010), so that parallel workers keep away from one another.
 * Trials outside of the space are left out.
 *
 * @param good    best first
 * @param weights of the good: alike for one objective; for several by what each adds to the hypervolume of those that keep to the limits
 *                (Ozaki et al., JAIR 73, 2022), the least for others
 * @param bad     in the order of the history; of very many, an even selection
 */
record Split(List<Assignment> good, double[] weights, List<Assignment> bad) {

    private static final int GREATEST_BAD = 160;
    /** From here on fewer are looked at, for what a proposal takes grows with the history. */
    private static final int LONG = 1_000;

    private static final int GREATEST_BAD_OF_LONG = 80;

    private static final int COMPLETED = Integer.MAX_VALUE;
    private static final int BEYOND_LIMITS = COMPLETED - 1;

    /**
     * Divides the history.
     *
     * @param share how many of that many ranked trials are good
     */
    static Split of(SearchSpace space, List<Objective> objectives, List<Trial> history, IntUnaryOperator share) {
        List<Trial> good = good(objectives, history, share);
        if (good.stream().allMatch(trial -> space.contains(trial.assignment()))) {
            return of(space, objectives, history, good);
        }
        List<Trial> known = history.stream()
                .filter(trial -> space.contains(trial.assignment()))
                .toList();
        return of(space, objectives, known, good(objectives, known, share));
    }

    /** Whether a trial lies in the space is looked at only where it matters: histories are long. */
    private static Split of(SearchSpace space, List<Objective> objectives, List<Trial> history, List<Trial> good) {
        int[] taken = good.stream().mapToInt(Trial::number).sorted().toArray();
        var bad =
                thinned(history.stream()
                                .filter(trial -> Arrays.binarySearch(taken, trial.number()) < 0)
                                .toList())
                        .stream()
                        .filter(trial -> space.contains(trial.assignment()))
                        .toList();
        return new Split(assignments(good), weights(objectives, good), assignments(bad));
    }

    private static List<Trial> good(List<Objective> objectives, List<Trial> history, IntUnaryOperator share) {
        var tiers = new TreeMap<Integer, List<Ranked>>(Comparator.reverseOrder());
        Remainder remainder = Remainder.of(
                objectives,
                history.stream()
                        .filter(trial -> trial.state() == TrialState.COMPLETED)
                        .toList());
        for (Trial trial : history) {
            Ranked ranked = ranked(objectives, trial, remainder);
            if (ranked != null && finite(ranked.losses)) {
                tiers.computeIfAbsent(ranked.tier, _ -> new ArrayList<>()).add(ranked);
            }
        }
        int count =
                share.applyAsInt(tiers.values().stream().mapToInt(List::size).sum());
        var good = new ArrayList<Trial>();
        for (List<Ranked> tier : tiers.values()) {
            good.addAll(best(tier, count - good.size()));
        }
        return good;
    }

    /** Every so many, always with the latest: pending ones above all. */
    private static List<Trial> thinned(List<Trial> trials) {
        int greatest = trials.size() > LONG ? GREATEST_BAD_OF_LONG : GREATEST_BAD;
        int stride = (trials.size() + greatest - 1) / greatest;
        return stride <= 1
                ? trials
                : IntStream.range(0, trials.size())
                        .filter(i -> (trials.size() - 1 - i) % stride == 0
                                || trials.get(i).state().pending())
                        .mapToObj(trials::get)
                        .toList();
    }

    private static double[] weights(List<Objective> objectives, List<Trial> good) {
        boolean completed = good.stream().allMatch(trial -> trial.state() == TrialState.COMPLETED);
        int[] within = IntStream.range(0, good.size())
                .filter(i -> Objective.violation(objectives, good.get(i).values()) == 0)
                .toArray();
        var weights = new double[good.size()];
        if (objectives.size() == 1 || !completed || within.length == 0) {
            Arrays.fill(weights, 1);
            return weights;
        }
        double[] contributions = Ranking.contributions(Arrays.stream(within)
                .mapToObj(i -> Objective.losses(objectives, good.get(i).values()))
                .toArray(double[][]::new));
        Arrays.fill(weights, Ranking.LEAST_CONTRIBUTION);
        IntStream.range(0, within.length).forEach(i -> weights[within[i]] = contributions[i]);
        return weights;
    }

    /** @param tier higher is better, whatever the losses */
    private record Ranked(Trial trial, int tier, double[] losses) {}

    /** Null for what tells nothing; a plain one, for histories are long. */
    private static @Nullable Ranked ranked(List<Objective> objectives, Trial trial, Remainder remainder) {
        return switch (trial.state()) {
            case COMPLETED -> completed(objectives, trial);
            case PRUNED ->
                trial.lastReport()
                        .map(report -> pruned(trial, report, objectives, remainder.violation(trial)))
                        .orElse(null);
            case WAITING, RUNNING, FAILED -> null;
        };
    }

    private static boolean finite(double[] losses) {
        for (double loss : losses) {
            if (!Double.isFinite(loss)) {
                return false;
            }
        }
        return true;
    }

    private static Ranked pruned(Trial trial, Report report, List<Objective> objectives, double violation) {
        return violation > 0
                ? new Ranked(trial, report.step() - COMPLETED, new double[] {violation})
                : new Ranked(trial, report.step(), Objective.losses(objectives, report.values()));
    }

    private static Ranked completed(List<Objective> objectives, Trial trial) {
        double violation = Objective.violation(objectives, trial.values());
        return violation > 0
                ? new Ranked(trial, BEYOND_LIMITS, new double[] {violation})
                : new Ranked(trial, COMPLETED, Objective.losses(objectives, trial.values()));
    }

    private static List<Trial> best(List<Ranked> tier, int count) {
        double[][] losses = tier.stream().map(Ranked::losses).toArray(double[][]::new);
        return Arrays.stream(Ranking.best(losses, count))
                .mapToObj(index -> tier.get(index).trial)
                .toList();
    }

    private static List<Assignment> assignments(List<Trial> trials) {
        return trials.stream().map(Trial::assignment).toList();
    }
}
