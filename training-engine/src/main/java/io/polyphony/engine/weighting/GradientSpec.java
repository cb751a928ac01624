package io.polyphony.engine.weighting;

/** A weighting that sees each task's gradient: a step costs one backward run per task, and memory for their vectors. */
public interface GradientSpec extends WeightingSpec {

    @Override
    GradientWeighting start(TaskScales scales);
}
