package io.polyphony.hpo.pruner;

import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import java.util.List;

/**
 * Asynchronous successive halving (Li et al., ASHA, MLSys 2020, arXiv 1810.05934) in its stopping form: at the rungs grace, grace x eta,
 * grace x eta^2, ... a trial goes on only if it is among the best 1/eta of all that have reached the rung so far, whatever became of them.
 * With several objectives "best" is non-dominated sorting, ties by hypervolume contribution (as in MO-ASHA, Schmucker et al.,
 * arXiv 2106.12639): any number of objectives can be pruned. There a trial that no other dominates goes on as well, if it is in the better half: a front
 * is made of many, and those that complete are what it is made of.
 *
 * @param eta   one in how many goes on; at least 2
 * @param grace the first rung, in steps; at least 1
 */
public record AshaPruner(int eta, int grace) implements Pruner {

    public AshaPruner {
        if (eta < 2 || grace < 1) {
            throw new IllegalArgumentException(
                    "The ASHA pruner has eta (%d) and grace (%d), which must be at least 2 and 1."
                            .formatted(eta, grace));
        }
    }

    @Override
    public boolean prune(List<Objective> objectives, Trial running, List<Trial> others) {
        if (!onRung(running.reports())) {
            return false;
        }
        Standing standing = Standing.of(objectives, running, others);
        int contenders = standing.contenders();
        return contenders >= eta
                && !standing.amongBest(contenders / eta)
                && !(standing.onFront() && standing.amongBest(contenders / 2));
    }

    /** Whether the last report is the first at or beyond some rung; reports need not hit a rung exactly. */
    private boolean onRung(List<Report> reports) {
        if (reports.isEmpty()) {
            return false;
        }
        int now = reports.getLast().step();
        int before = reports.size() > 1 ? reports.get(reports.size() - 2).step() : 0;
        long rung = grace;
        while (rung <= before) {
            rung *= eta;
        }
        return rung <= now;
    }
}
