package io.polyphony.hpo.pruner;

import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Several successive halvings side by side, from the boldest to one that prunes nothing before the end (Hyperband: Li et al., JMLR 18, 2018). A trial belongs to the
 * bracket that its number draws, bolder ones being as much likelier as they are cheaper, and is compared within its bracket alone.
 *
 * @param eta  one in how many goes on; at least 2
 * @param from the boldest bracket's first rung, in steps; at least 1
 * @param to   the last step of the longest trial, at least {@code from}; there are as many brackets as halvings, floor(log_eta(to / from)), and one more
 */
public record HyperbandPruner(int eta, int from, int to) implements Pruner {

    public HyperbandPruner {
        if (eta < 2 || from < 1 || to < from) {
            throw new IllegalArgumentException(
                    "The Hyperband pruner has eta (%d) and the steps %d to %d. Maybe eta 3 and the steps 1 to 27?"
                            .formatted(eta, from, to));
        }
    }

    @Override
    public boolean prune(List<Objective> objectives, Trial running, List<Trial> others) {
        int bracket = bracket(running.number());
        List<Trial> rivals = others.stream()
                .filter(other -> bracket(other.number()) == bracket)
                .toList();
        int grace = from * (int) Math.pow(eta, bracket);
        return grace < to && new AshaPruner(eta, grace).prune(objectives, running, rivals);
    }

    /** 0 is the boldest. */
    int bracket(int number) {
        int last = (int) Math.floor(Math.log((double) to / from) / Math.log(eta) + 1e-9);
        double whole = 0;
        for (int bracket = 0; bracket <= last; bracket++) {
            whole += likelihood(bracket, last);
        }
        double left = whole * new SplittableRandom(number).nextDouble();
        int bracket = 0;
        while (bracket < last && left >= likelihood(bracket, last)) {
            left -= likelihood(bracket, last);
            bracket++;
        }
        return bracket;
    }

    private double likelihood(int bracket, int last) {
        return Math.pow(eta, last - bracket) / (last - bracket + 1);
    }
}
