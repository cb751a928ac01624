package io.polyphony.hpo.sampler;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A history as finite losses, for models that need a number per trial. A failed or diverged trial is as bad as the worst; a pruned one
 * is what it would have come to ({@link Remainder}), but no better than the best; where nobody knows, as bad as its last report, and no better than the median
 * of the completed. One that misses a limit, or would have, is worse than all. Trials outside of the space are left out.
 *
 * @param tried   finished trials, in the order of the history
 * @param losses  one vector per tried assignment
 * @param whole   which of the tried ran to their end
 * @param pending assignments whose outcome is still to come
 */
record Observations(List<Assignment> tried, double[][] losses, BitSet whole, List<Assignment> pending) {

    static Observations of(Problem problem, List<Trial> history) {
        List<Trial> known = history.stream()
                .filter(trial -> problem.space().contains(trial.assignment()))
                .toList();
        var finished = known.stream().filter(trial -> !trial.state().pending()).toList();
        List<Trial> ended = finished.stream()
                .filter(trial -> trial.state() == TrialState.COMPLETED)
                .toList();
        double[][] completed = ended.stream()
                .map(trial -> Objective.losses(problem.objectives(), trial.values()))
                .filter(Observations::finite)
                .toArray(double[][]::new);
        var pending = known.stream()
                .filter(trial -> trial.state().pending())
                .map(Trial::assignment)
                .toList();
        return new Told(problem, completed, Remainder.of(problem.objectives(), ended)).observe(finished, pending);
    }

    int size() {
        return tried.size();
    }

    /** The losses of one objective. */
    double[] losses(int objective) {
        return Arrays.stream(losses).mapToDouble(vector -> vector[objective]).toArray();
    }

    /** The same without all but these. */
    Observations only(int[] indices) {
        return new Observations(
                Arrays.stream(indices).mapToObj(tried::get).toList(),
                Arrays.stream(indices).mapToObj(i -> losses[i]).toArray(double[][]::new),
                IntStream.range(0, indices.length)
                        .filter(i -> whole.get(indices[i]))
                        .collect(BitSet::new, BitSet::set, BitSet::or),
                pending);
    }

    private static boolean finite(double[] vector) {
        return Arrays.stream(vector).allMatch(Double::isFinite);
    }

    /** What the completed trials say of the others. */
    private record Told(Problem problem, double[][] completed, Remainder remainder) {

        Observations observe(List<Trial> finished, List<Assignment> pending) {
            var tried = new ArrayList<Assignment>();
            var losses = new ArrayList<double[]>();
            var whole = new BitSet();
            for (Trial trial : finished) {
                loss(trial).ifPresent(loss -> {
                    whole.set(tried.size(), trial.state() == TrialState.COMPLETED);
                    tried.add(trial.assignment());
                    losses.add(loss);
                });
            }
            return new Observations(tried, losses.toArray(double[][]::new), whole, pending);
        }

        private Optional<double[]> loss(Trial trial) {
            List<Double> told = trial.state() == TrialState.PRUNED
                    ? trial.lastReport().map(Report::values).orElse(List.of())
                    : trial.values();
            double[] own = Objective.losses(problem.objectives(), told);
            boolean usable = own.length > 0 && finite(own);
            double violation = Objective.violation(problem.objectives(), told);
            if (trial.state() == TrialState.COMPLETED && usable) {
                return Optional.of(violation > 0 ? beyondLimits(own, violation) : own);
            }
            if (completed.length == 0) {
                return Optional.empty();
            }
            if (!usable) {
                return Optional.of(quantile(1));
            }
            double missed = remainder.violation(trial);
            if (missed > 0) {
                return Optional.of(beyondLimits(own, missed));
            }
            return remainder
                    .end(trial)
                    .filter(Observations::finite)
                    .map(end -> worse(end, quantile(0)))
                    .or(() -> Optional.of(worse(own, quantile(0.5))));
        }

        private static double[] worse(double[] one, double[] other) {
            var worse = one.clone();
            Arrays.setAll(worse, k -> Math.max(one[k], other[k]));
            return worse;
        }

        /** Worse than all that keep to the limits, and the worse the more it misses them. */
        private double[] beyondLimits(double[] own, double violation) {
            double[] best = quantile(0);
            double[] worst = quantile(1);
            var penalised = new double[own.length];
            Arrays.setAll(penalised, k -> worst[k] + (worst[k] - best[k] + 1e-9) * Math.min(1, violation));
            return penalised;
        }

        private double[] quantile(double share) {
            var values = new double[problem.objectives().size()];
            for (int k = 0; k < values.length; k++) {
                int objective = k;
                double[] sorted = Arrays.stream(completed)
                        .mapToDouble(vector -> vector[objective])
                        .sorted()
                        .toArray();
                values[k] = sorted[(int) (share * (sorted.length - 1))];
            }
            return values;
        }
    }
}
