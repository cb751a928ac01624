package io.polyphony.engine.data;

/**
 * A series as the answers of fixed kernels (MiniRocket, Dempster 2021): how often each of 84 kernels at several dilations
 * answers beyond a threshold that train rows give.
 *
 * @param maxLength most steps kept per row, the last ones
 * @param features how many numbers, at most: a multiple of 84 is used
 * @param past how columns over time are told
 */
public record RocketFeatures(int maxLength, int features, PastView past) implements FeaturizerSpec {
    public RocketFeatures {
        FeaturizerSpec.require(maxLength >= 16 && maxLength <= 65_536, "maxLength", maxLength, "16 to 65536");
        FeaturizerSpec.require(features >= Rocket.KERNELS && features <= 50_000, "features", features, "84 to 50000");
    }

    /** All of columns over time, in units of their train deviation. */
    public RocketFeatures(int maxLength, int features) {
        this(maxLength, features, PastView.WHOLE);
    }

    @Override
    public RocketFeatures seeing(PastView other) {
        return new RocketFeatures(maxLength, features, other);
    }
}
