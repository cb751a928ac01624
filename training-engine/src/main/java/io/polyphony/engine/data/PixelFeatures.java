package io.polyphony.engine.data;

/**
 * Images as pixels, resized with their aspect kept and centred on a square.
 *
 * @param size height and width in pixels
 * @param channels 1 for grey, 3 for RGB
 * @param light what of a picture's light is kept
 */
public record PixelFeatures(int size, int channels, Light light) implements FeaturizerSpec {

    public PixelFeatures {
        FeaturizerSpec.require(size >= 8 && size <= 1024, "size", size, "8 to 1024");
        FeaturizerSpec.require(channels == 1 || channels == 3, "channels", channels, "1 (grey) or 3 (RGB)");
    }

    /** Pictures that keep their light. */
    public PixelFeatures(int size, int channels) {
        this(size, channels, Light.ABSOLUTE);
    }
}
