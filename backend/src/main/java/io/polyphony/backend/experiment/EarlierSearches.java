package io.polyphony.backend.experiment;

import io.polyphony.backend.common.ProjectId;
import io.polyphony.engine.data.Modality;
import io.polyphony.hpo.portfolio.EarlierSearch;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What earlier experiments tried and reached: the trials' feature knows, which an experiment may not see. Within the caller's transaction. */
public interface EarlierSearches {
    /**
     * The newest experiments of a project that read inputs of these modalities and no others, with their completed trials; each search bears
     * its experiment's id as its name. What does well with tables says little of pictures.
     *
     * @param longest a trial that took longer is not told, as it would take up what a short search has; null: all are
     */
    List<EarlierSearch> of(ProjectId project, Set<Modality> modalities, @Nullable Duration longest);
}
