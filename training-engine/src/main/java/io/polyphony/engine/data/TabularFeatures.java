package io.polyphony.engine.data;

/**
 * Numbers scaled and clipped, with a bit per column for a missing cell; categories as codes.
 *
 * @param scaling how numbers are brought to a common scale
 * @param maxCategories most values of a categorical column that keep a code of their own; the rarer ones share code 0
 */
public record TabularFeatures(Scaling scaling, int maxCategories) implements FeaturizerSpec {

    /** Brings numbers to a common scale. */
    public enum Scaling {
        /** Minus the mean, divided by the standard deviation. */
        STANDARD,
        /** Minus the median, divided by the interquartile range (as a standard deviation). */
        ROBUST,
        /** Through the train quantiles to a standard normal: for skewed columns. */
        QUANTILE,
        /** Quantile when the column's skewness is beyond 2, robust otherwise. */
        AUTO
    }

    public TabularFeatures {
        FeaturizerSpec.require(maxCategories >= 1, "maxCategories", maxCategories, "at least 1");
    }

    public static TabularFeatures standard() {
        return new TabularFeatures(Scaling.AUTO, 1000);
    }
}
