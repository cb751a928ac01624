package io.polyphony.engine.weighting;

/** Learned homoscedastic uncertainty (Kendall, Gal and Cipolla, CVPR 2018), one log variance per task. */
public record Uncertainty() implements WeightingSpec {

    @Override
    public LossWeighting start(TaskScales scales) {
        return new UncertaintyWeighting(scales.regressions());
    }
}
