package io.polyphony.engine.weighting;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * How the losses of several tasks become one step. To add a weighting: one record in this package, one line here, one test.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(name = "equal", value = Equal.class),
    @Type(name = "static", value = Static.class),
    @Type(name = "uncertainty", value = Uncertainty.class)
})
public sealed interface WeightingSpec permits Equal, Static, Uncertainty {

    /** A weighting at the beginning of a training. */
    LossWeighting start(TaskScales scales);
}
