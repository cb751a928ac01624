package io.polyphony.engine.data;

import java.util.Objects;

/**
 * Numbers scaled and clipped, with a bit per column for a missing cell; categories as codes.
 *
 * @param scaling how numbers are brought to a common scale
 * @param maxCategories most values of a categorical column that keep a code of their own; the rarer ones share code 0
 * @param bins of train rows, equally many in each, that tell how far each number reaches into them; 0 for none, else 2 to 256
 * @param screening which columns are read at all
 * @param lined whether each number is told once more as far as it lies from the mean, for lines through them
 */
public record TabularFeatures(Scaling scaling, int maxCategories, int bins, Screening screening, boolean lined)
        implements FeaturizerSpec {

    private static final int BINS = 16;
    /** A column of more values is nearly always an id; a vector for each of them would be most of a network. */
    private static final int MOST_CATEGORIES = 10_000;

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
        // What was asked for before there was a choice reads all columns.
        screening = Objects.requireNonNullElse(screening, Screening.ALL);
        FeaturizerSpec.require(maxCategories >= 1, "maxCategories", maxCategories, "at least 1");
        FeaturizerSpec.require(bins == 0 || bins >= 2 && bins <= 256, "bins", bins, "0 or 2 to 256");
    }

    /** Without bins. */
    public TabularFeatures(Scaling scaling, int maxCategories) {
        this(scaling, maxCategories, 0);
    }

    /** Of all columns. */
    public TabularFeatures(Scaling scaling, int maxCategories, int bins) {
        this(scaling, maxCategories, bins, Screening.ALL, false);
    }

    /** As usual, with bins or without, of these columns. */
    public static TabularFeatures of(boolean binned, Screening screening) {
        return new TabularFeatures(Scaling.AUTO, MOST_CATEGORIES, binned ? BINS : 0, screening, false);
    }

    /** As usual, with bins or without. */
    public static TabularFeatures of(boolean binned) {
        return of(binned, Screening.ALL);
    }

    @Override
    public TabularFeatures lined(boolean wanted) {
        return new TabularFeatures(scaling, maxCategories, bins, screening, wanted);
    }

    public static TabularFeatures standard() {
        return of(false);
    }
}
