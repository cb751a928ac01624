package io.polyphony.backend.model;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.common.UserId;
import io.polyphony.engine.evaluation.Averaging;
import io.polyphony.engine.evaluation.Bootstrap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A promoted trial, or an ensemble of several, as it is kept.
 *
 * @param trial the trial, or the ensemble's best one
 * @param members of an ensemble; empty: the trial alone
 * @param averaging how members, or the networks of folds, answer together, by task; what is left out by the mean
 * @param validation metrics on the validation split, by task and name; empty for single trials from before they were kept here
 * @param test metrics on the sealed test split, by task and name
 * @param intervals of the test metrics; empty for models from before they were computed
 * @param temperatures by which its probabilities are made surer (below 1) or less sure, by task; empty for such models, too
 * @param thresholds from which probability on it says yes, by task and by class or label; empty for such models, too
 * @param look the how-manieth look at the experiment's test split this was, from 1
 * @param serving what it takes to ask it; null for models from before this was measured
 */
public record Model(
        ModelId id,
        ProjectId project,
        ExperimentId experiment,
        TrialId trial,
        List<ModelMember> members,
        Map<String, Averaging> averaging,
        String name,
        int testRows,
        Map<String, Map<String, Double>> validation,
        Map<String, Map<String, Double>> test,
        Map<String, Map<String, Bootstrap.Interval>> intervals,
        Map<String, Double> temperatures,
        Map<String, Map<String, Double>> thresholds,
        int look,
        Map<String, Object> provenance,
        @Nullable Serving serving,
        UserId createdBy,
        Instant createdAt) {}
