package io.polyphony.engine.data;

/**
 * How strongly training rows are varied; 0 leaves them as they are, 1 is the usual strength, 2 the most.
 *
 * @param image small shifts, rotations and zooms, 0..2
 * @param audio shifts in time, gain, masked bands and frames (SpecAugment), 0..2
 * @param text share of tokens dropped = 0.1 x strength, 0..2
 */
public record AugmentSpec(double image, double audio, double text) {
    public AugmentSpec {
        require("image", image);
        require("audio", audio);
        require("text", text);
    }

    /** Rows as they are. */
    public static AugmentSpec none() {
        return new AugmentSpec(0, 0, 0);
    }

    private static void require(String name, double strength) {
        FeaturizerSpec.require(strength >= 0 && strength <= 2, name, strength, "from 0 to 2");
    }
}
