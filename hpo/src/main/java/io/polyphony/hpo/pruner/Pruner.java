package io.polyphony.hpo.pruner;

import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.List;

/** What to stop early. An implementation keeps no state, extends {@code PrunerContract} in its test, and has a line in {@link Pruners}. */
public interface Pruner {

    /**
     * Whether to give up the running trial; asked after each of its reports. Same arguments, same answer.
     *
     * @param objectives one or several
     * @param others     the study's other trials in any state; their reports are what the running trial is measured against
     */
    boolean prune(List<Objective> objectives, Trial running, List<Trial> others);
}
