package io.polyphony.backend.model;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.ExperimentTask;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.evaluation.Averaging;
import io.polyphony.engine.evaluation.Bootstrap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A promoted trial, or an ensemble of several.
 *
 * @param trial the trial, or the ensemble's best one
 * @param members of an ensemble; empty: the trial alone
 * @param averaging how members, or the networks of folds, answer together, by task: MEAN or MEDIAN, weighted; what is left out by
 *     the mean
 * @param test metrics on the sealed test split, by task and name; computed once
 * @param validation the same metrics on the validation split
 * @param intervals in which the test metrics lie but for chance (95 %, percentile bootstrap over rows, those drawn together that belong together), by task and name;
 *     empty for models from before this was computed
 * @param temperatures by which the model's probabilities are made surer (below 1) or less sure (above), by task: found on
 *     validation rows
 * @param thresholds from which probability on the model says yes, by task and by class or label: tuned on validation rows,
 *     unless somebody chose others
 * @param testRows rows of the test split
 * @param look the how-manieth look at this experiment's test split this was, from 1: the more looks, the more optimistic
 * @param ahead of forecasts, the columns that are known of the steps that are asked for
 * @param serving what it takes to ask it; null for models from before this was measured
 * @param provenance data hash, split seed, assignment, seeds, code version, host
 */
public record ModelView(
        ModelId id,
        ProjectId project,
        ExperimentId experiment,
        String experimentName,
        TrialId trial,
        int trialNumber,
        List<MemberView> members,
        Map<String, Averaging> averaging,
        String name,
        List<ExperimentTask> tasks,
        List<InputSpec> inputs,
        List<String> ahead,
        Map<String, Map<String, Double>> test,
        Map<String, Map<String, Double>> validation,
        Map<String, Map<String, Bootstrap.Interval>> intervals,
        Map<String, Double> temperatures,
        Map<String, Map<String, Double>> thresholds,
        int testRows,
        int look,
        Map<String, Object> provenance,
        @Nullable Serving serving,
        Instant createdAt) {}
