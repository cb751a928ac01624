package io.polyphony.backend.experiment;

import io.polyphony.backend.common.ExperimentId;
import java.util.Collection;
import java.util.Map;

/** What an experiment must know of its trials, which it may not see itself. */
public interface TrialTallies {
    /** The tally of each experiment that has trials. */
    Map<ExperimentId, TrialTally> of(Collection<ExperimentId> experiments);
}
