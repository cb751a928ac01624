package io.polyphony.backend.model;

import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.trial.Trial;
import io.polyphony.engine.export.Bundle;
import java.util.List;
import java.util.Map;

/**
 * What may become a model.
 *
 * @param trial the trial, or the ensemble's best one
 * @param members of an ensemble; empty: the trial alone
 * @param validation metrics of an ensemble on the validation rows, by task and name
 * @param bundle its networks
 */
record Candidate(
        Experiment experiment,
        Trial trial,
        List<ModelMember> members,
        Map<String, Map<String, Double>> validation,
        Bundle bundle) {

    boolean ensemble() {
        return !members.isEmpty();
    }
}
