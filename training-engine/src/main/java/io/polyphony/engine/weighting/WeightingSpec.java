package io.polyphony.engine.weighting;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonTypeIdResolver;

/**
 * How the losses of several tasks become one step. To add a weighting: one record in this package, one line in
 * {@link Weightings}, one test.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM, property = "kind")
@JsonTypeIdResolver(WeightingIds.class)
public interface WeightingSpec {

    /** A weighting at the beginning of a training. */
    LossWeighting start(TaskScales scales);
}
