package io.polyphony.backend.experiment;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.hpo.portfolio.EarlierSearch;
import java.util.List;

/** What earlier experiments tried and reached: the trials' feature knows, which an experiment may not see. Within the caller's transaction. */
public interface EarlierSearches {
    /** The newest experiments of a project with their completed trials; each search bears its experiment's id as its name. */
    List<EarlierSearch> of(ProjectId project);
}
