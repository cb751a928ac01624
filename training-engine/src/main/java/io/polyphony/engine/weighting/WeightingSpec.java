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
    @Type(name = "uncertainty", value = Uncertainty.class),
    @Type(name = "dwa", value = Dwa.class),
    @Type(name = "rlw", value = Rlw.class),
    @Type(name = "gls", value = Gls.class),
    @Type(name = "scale_invariant", value = ScaleInvariant.class),
    @Type(name = "imtl_l", value = ImtlL.class),
    @Type(name = "famo", value = Famo.class),
    @Type(name = "stch", value = Stch.class),
    @Type(name = "gradnorm", value = GradNorm.class),
    @Type(name = "pcgrad", value = PcGrad.class),
    @Type(name = "cagrad", value = CaGrad.class),
    @Type(name = "mgda", value = Mgda.class),
    @Type(name = "imtl_g", value = ImtlG.class),
    @Type(name = "nash_mtl", value = NashMtl.class),
    @Type(name = "aligned_mtl", value = AlignedMtl.class),
    @Type(name = "db_mtl", value = DbMtl.class)
})
public sealed interface WeightingSpec
        permits Equal, Static, Uncertainty, Dwa, Rlw, Gls, ScaleInvariant, ImtlL, Famo, Stch, GradientSpec {

    /** A weighting at the beginning of a training. */
    LossWeighting start(TaskScales scales);
}
