package io.polyphony.backend.model;

import io.polyphony.backend.common.ModelId;
import io.polyphony.engine.evaluation.Bootstrap;
import java.util.Map;

/**
 * How two models of one experiment differ on its sealed test rows.
 *
 * @param look the how-manieth look at these rows this was
 * @param method how the intervals were computed
 * @param tasks first less second with its interval, by task and metric
 */
public record ModelDifference(
        ModelId first,
        ModelId second,
        int rows,
        int look,
        String method,
        Map<String, Map<String, Bootstrap.Difference>> tasks) {}
