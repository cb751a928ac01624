package io.polyphony.hpo.pruner;

import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import java.util.List;

/**
 * Asynchronous successive halving (Li et al., ASHA, MLSys 2020, arXiv 1810.05934) in its stopping form: at the rungs grace, grace x eta,
 * grace x eta^2, ... a trial goes on only if it is among the best 1/eta of all that have reached the rung so far, whatever became of them.
 * With several objectives "best" is non-dominated sorting, ties by hypervolume contribution (as in MO-ASHA, Schmucker et al.,
 * arXiv 2106.12639): any number of objectives can be pruned. There a trial goes on as well that would come to the front with what one in five of the completed trials gained from
 * there on: a front is made of many that complete, and one that a slow start keeps from it is lost.
 *
 * @param eta    one in how many goes on; at least 2
 * @param grace  the first rung, in steps; at least 1
 * @param warmth the first step at which anything is judged, at least 1: of the rungs before, the latest is judged there
 */
public record AshaPruner(int eta, int grace, int warmth) implements Pruner {

    private static final int NONE = -1;
    private static final double HOPE = 0.2;

    public AshaPruner {
        if (eta < 2 || grace < 1 || warmth < 1) {
            throw new IllegalArgumentException(
                    "The ASHA pruner has eta (%d), grace (%d) and the first step (%d), which must be at least 2, 1 and 1."
                            .formatted(eta, grace, warmth));
        }
    }

    /** One without a warm-up. */
    public AshaPruner(int eta, int grace) {
        this(eta, grace, 1);
    }

    @Override
    public boolean prune(List<Objective> objectives, Trial running, List<Trial> others) {
        int rung = rung(running.reports());
        if (rung == NONE) {
            return false;
        }
        Standing standing = Standing.at(rung, objectives, running, others);
        int contenders = standing.contenders();
        return contenders >= eta
                && !standing.amongBest(contenders / eta)
                && (objectives.size() == 1 || Prospects.of(objectives, others).ofFront(running) < HOPE);
    }

    /** The latest rung that the last report is the first to reach; reports need not hit a rung exactly. One within the warm-up is at its end. */
    private int rung(List<Report> reports) {
        if (reports.isEmpty() || reports.getLast().step() < grace) {
            return NONE;
        }
        int now = reports.getLast().step();
        int before = reports.size() > 1 ? reports.get(reports.size() - 2).step() : 0;
        long rung = grace;
        while (rung * eta <= now) {
            rung *= eta;
        }
        int due = Math.max((int) rung, warmth);
        return before < due && due <= now ? due : NONE;
    }
}
