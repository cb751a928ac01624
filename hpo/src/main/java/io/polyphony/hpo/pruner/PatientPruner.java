package io.polyphony.hpo.pruner;

import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import java.util.Arrays;
import java.util.List;

/**
 * Gives up a trial that another pruner gives up, but only once it has stopped improving: trials that are slow at first get their time.
 *
 * @param inner    whose verdict counts then
 * @param patience for how many reports in a row no objective has got better; at least 1
 * @param least    what counts as better, in the objectives' units; at least 0
 */
public record PatientPruner(Pruner inner, int patience, double least) implements Pruner {

    public PatientPruner {
        if (patience < 1 || !(least >= 0)) {
            throw new IllegalArgumentException(
                    "The patient pruner has the patience (%d) and the least improvement (%s), which must be at least 1 and 0."
                            .formatted(patience, least));
        }
    }

    @Override
    public boolean prune(List<Objective> objectives, Trial running, List<Trial> others) {
        return stagnant(objectives, running.reports()) && inner.prune(objectives, running, others);
    }

    private boolean stagnant(List<Objective> objectives, List<Report> reports) {
        int turn = reports.size() - patience;
        if (turn < 1) {
            return false;
        }
        double[] before = best(objectives, reports.subList(0, turn));
        double[] since = best(objectives, reports.subList(turn, reports.size()));
        for (int k = 0; k < before.length; k++) {
            if (since[k] < before[k] - least) {
                return false;
            }
        }
        return true;
    }

    private static double[] best(List<Objective> objectives, List<Report> reports) {
        var best = new double[objectives.size()];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        for (Report report : reports) {
            double[] losses = Objective.losses(objectives, report.values());
            Arrays.setAll(best, k -> Math.min(best[k], losses[k]));
        }
        return best;
    }
}
