package io.polyphony.engine.data;

/**
 * How the past of columns over time is told.
 *
 * @param share how much of it, the last steps, above 0, at most 1
 * @param unit in what
 */
public record PastView(double share, PastUnit unit) {
    /** All of it, in units of columns. */
    public static final PastView WHOLE = new PastView(1, PastUnit.COLUMN);

    public PastView {
        FeaturizerSpec.require(share > 0 && share <= 1, "share", share, "above 0, at most 1");
    }

    /** How many of so many steps: whole patches, where they fill one. */
    int steps(int past) {
        int wanted = (int) Math.ceil(share * past);
        int patches = Math.ceilDiv(wanted, PastFeaturizer.STEP) * PastFeaturizer.STEP;
        return Math.min(past, wanted < PastFeaturizer.STEP ? wanted : patches);
    }
}
