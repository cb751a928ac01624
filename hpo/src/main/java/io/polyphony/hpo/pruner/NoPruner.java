package io.polyphony.hpo.pruner;

import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.List;

/** Lets every trial run to its end. */
public record NoPruner() implements Pruner {

    @Override
    public boolean prune(List<Objective> objectives, Trial running, List<Trial> others) {
        return false;
    }
}
