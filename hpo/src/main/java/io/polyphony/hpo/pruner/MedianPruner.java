package io.polyphony.hpo.pruner;

import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.List;

/**
 * Gives up a trial that is in the worse half at its step (the median stopping rule of Golovin et al., Vizier, KDD 2017, in its best-so-far form): the
 * {@link PercentilePruner} of one half.
 *
 * @param startup how many completed trials must have come as far; at least 1
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
        return new PercentilePruner(0.5, startup, warmup).prune(objectives, running, others);
    }
}
