package io.polyphony.hpo.portfolio;

import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.List;

/**
 * A search that has ended, or has come far.
 *
 * @param name by which people know it
 */
public record EarlierSearch(String name, SearchSpace space, List<Objective> objectives, List<Trial> trials) {

    public EarlierSearch {
        objectives = List.copyOf(objectives);
        trials = List.copyOf(trials);
    }
}
