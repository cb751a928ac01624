package io.polyphony.hpo.pruner;

import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.List;

/**
 * Gives up a trial that is not among the best share of all that were judged at its step, each by its best report until then. Trials given up earlier keep
 * their place in the comparison, so that about the other share is pruned, however long the search. With several objectives the ranking is
 * non-dominated sorting.
 *
 * @param share   how many go on, above 0 and below 1
 * @param startup how many completed trials must have come as far; at least 1
 * @param warmup  the last step at which nothing is pruned
 */
public record PercentilePruner(double share, int startup, int warmup) implements Pruner {

    public PercentilePruner {
        if (!(share > 0 && share < 1) || startup < 1) {
            throw new IllegalArgumentException(
                    "The percentile pruner has the share (%s) and the startup (%d), which must be within (0, 1) and at least 1."
                            .formatted(share, startup));
        }
    }

    @Override
    public boolean prune(List<Objective> objectives, Trial running, List<Trial> others) {
        if (running.lastReport().filter(report -> report.step() > warmup).isEmpty()) {
            return false;
        }
        int step = running.reports().getLast().step();
        List<Trial> peers = others.stream()
                .filter(other -> other.state() == TrialState.COMPLETED || other.state() == TrialState.PRUNED)
                .toList();
        Standing standing = Standing.amongAll(objectives, running, peers);
        return arrived(peers, step) >= startup && !standing.amongBest((int) Math.ceil(share * standing.contenders()));
    }

    private static long arrived(List<Trial> peers, int step) {
        return peers.stream()
                .filter(peer -> peer.state() == TrialState.COMPLETED)
                .filter(peer ->
                        peer.lastReport().filter(last -> last.step() >= step).isPresent())
                .count();
    }
}
