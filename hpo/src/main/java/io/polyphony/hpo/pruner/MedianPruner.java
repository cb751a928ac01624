package io.polyphony.hpo.pruner;

import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.List;

/**
 * Gives up a trial that is in the worse half of the completed ones at the same step (the median stopping rule of Golovin et al., Vizier, KDD 2017,
 * in its best-so-far form). With several objectives the halves are those of a non-dominated ranking.
 *
 * @param startup how many completed peers it takes to judge; at least 1
 * @param warmup  the last step at which nothing is pruned
 */
public record MedianPruner(int startup, int warmup) implements Pruner {

    public MedianPruner {
        if (startup < 1) {
            throw new IllegalArgumentException(
                    "The median pruner has the startup (%d), which must be at least 1.".formatted(startup));
        }
    }

    @Override
    public boolean prune(List<Objective> objectives, Trial running, List<Trial> others) {
        if (running.lastReport().filter(report -> report.step() > warmup).isEmpty()) {
            return false;
        }
        List<Trial> completed = others.stream()
                .filter(other -> other.state() == TrialState.COMPLETED)
                .toList();
        Standing standing = Standing.of(objectives, running, completed);
        return standing.contenders() > startup && !standing.amongBest((standing.contenders() + 1) / 2);
    }
}
