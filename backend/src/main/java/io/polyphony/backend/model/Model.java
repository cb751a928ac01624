package io.polyphony.backend.model;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.common.UserId;
import java.time.Instant;
import java.util.Map;

/**
 * A promoted trial as it is kept.
 *
 * @param test metrics on the sealed test split, by task and name
 * @param look the how-manieth look at the experiment's test split this was, from 1
 */
public record Model(
        ModelId id,
        ProjectId project,
        ExperimentId experiment,
        TrialId trial,
        String name,
        int testRows,
        Map<String, Map<String, Double>> test,
        int look,
        Map<String, Object> provenance,
        UserId createdBy,
        Instant createdAt) {}
