package io.polyphony.backend.model;

import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.trial.Trial;
import io.polyphony.engine.export.Bundle;
import java.util.List;

/**
 * What may become a model.
 *
 * @param trial the trial, or the ensemble's best one
 * @param members of an ensemble; empty: the trial alone
 * @param bundle its networks
 */
record Candidate(Experiment experiment, Trial trial, List<ModelMember> members, Bundle bundle) {

    boolean ensemble() {
        return !members.isEmpty();
    }
}
