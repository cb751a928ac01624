package io.polyphony.engine.data;

/**
 * The cells of a table, and beside them how often fixed kernels (MiniRocket) answer to the {@link ColumnRuns} among its columns.
 *
 * @param features answers, at most: a multiple of 84 is used
 */
public record RunFeatures(TabularFeatures cells, int features) implements FeaturizerSpec {
    public RunFeatures {
        FeaturizerSpec.require(features >= Rocket.KERNELS && features <= 50_000, "features", features, "84 to 50000");
    }

    @Override
    public RunFeatures lined(boolean wanted) {
        return new RunFeatures(cells.lined(wanted), features);
    }
}
