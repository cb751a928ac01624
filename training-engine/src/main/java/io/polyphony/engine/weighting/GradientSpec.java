package io.polyphony.engine.weighting;

/** A weighting that sees each task's gradient: a step costs one backward run per task, and memory for their vectors. */
public sealed interface GradientSpec extends WeightingSpec
        permits GradNorm, PcGrad, CaGrad, Mgda, ImtlG, NashMtl, AlignedMtl, DbMtl {

    @Override
    GradientWeighting start(TaskScales scales);
}
