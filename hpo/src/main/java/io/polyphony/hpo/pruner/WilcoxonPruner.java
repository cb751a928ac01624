package io.polyphony.hpo.pruner;

import io.polyphony.hpo.analysis.Ranking;
import io.polyphony.hpo.analysis.SignedRank;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Gives up a trial once it is significantly worse, report by report, than the best completed one: the signed-rank test of Wilcoxon (Biometrics Bull. 1(6), 1945), one-sided.
 * One that is better on average goes on whatever the ranks say (as in Optuna).
 * For reports that are alike at every step, such as folds or seeds rather than a falling curve. With several objectives one completed
 * trial of the front must be significantly better at all of them.
 *
 * @param significance below which p a trial is given up
 * @param startup      how many reports it takes; at least 2
 */
public record WilcoxonPruner(double significance, int startup) implements Pruner {

    private static final int RIVALS = 8;

    public WilcoxonPruner {
        if (!(significance > 0 && significance < 1) || startup < 2) {
            throw new IllegalArgumentException(
                    "The Wilcoxon pruner has the significance (%s) and the startup (%d), which must be within (0, 1) and at least 2."
                            .formatted(significance, startup));
        }
    }

    @Override
    public boolean prune(List<Objective> objectives, Trial running, List<Trial> others) {
        if (running.reports().size() < startup) {
            return false;
        }
        List<Trial> completed = others.stream()
                .filter(other -> other.state() == TrialState.COMPLETED)
                .sorted(Comparator.comparingInt(Trial::number))
                .toList();
        double[][] losses = completed.stream()
                .map(trial -> Objective.losses(objectives, trial.values()))
                .toArray(double[][]::new);
        int[] rivals = objectives.size() == 1 ? Ranking.best(losses, 1) : Ranking.front(losses, RIVALS);
        return Arrays.stream(rivals)
                .mapToObj(completed::get)
                .anyMatch(rival -> IntStream.range(0, objectives.size())
                        .allMatch(k -> worse(objectives.get(k), k, running, rival)));
    }

    private boolean worse(Objective objective, int k, Trial running, Trial rival) {
        Map<Integer, Double> theirs = rival.reports().stream()
                .collect(Collectors.toMap(
                        Report::step, report -> objective.loss(report.values().get(k)), (_, later) -> later));
        double[] differences = running.reports().stream()
                .filter(report -> theirs.containsKey(report.step()))
                .mapToDouble(report ->
                        difference(objective.loss(report.values().get(k)), theirs.getOrDefault(report.step(), 0.0)))
                .filter(difference -> difference != 0)
                .toArray();
        return differences.length >= startup
                && Arrays.stream(differences).sum() > 0
                && SignedRank.greater(differences) < significance;
    }

    /** Positive where ours is worse; what diverged is worse than all that did not. */
    private static double difference(double ours, double theirs) {
        return ours == theirs ? 0 : Math.clamp(ours - theirs, -Double.MAX_VALUE / 4096, Double.MAX_VALUE / 4096);
    }
}
