package io.polyphony.engine.data;

/**
 * How training rows are drawn and varied. A strength of 0 leaves them as they are, 1 is the usual one, 2 the most.
 *
 * @param image pictures are shifted, turned, zoomed (which crops them), made lighter or darker, and now and then something is erased; 0..2
 * @param mirror in which ways pictures may lie as well
 * @param audio shifts in time, gain, masked bands and frames (SpecAugment); 0..2
 * @param voices other throats and tempos; 0..2
 * @param text share of tokens dropped = 0.1 x strength; 0..2
 * @param series noise, gain by channel, a span that is hidden; 0..2
 * @param mixup concentration of the shares in which rows are mixed (Zhang 2018), 0..1; 0 for none
 * @param sampling how often which row is shown
 */
public record AugmentSpec(
        double image,
        Mirror mirror,
        double audio,
        double voices,
        double text,
        double series,
        double mixup,
        Sampling sampling) {
    private static final AugmentSpec NONE = new AugmentSpec(0, Mirror.NONE, 0, 0, 0, 0, 0, Sampling.EVEN);

    public AugmentSpec {
        require("image", image);
        require("audio", audio);
        require("voices", voices);
        require("text", text);
        require("series", series);
        FeaturizerSpec.require(mixup >= 0 && mixup <= 1, "mixup", mixup, "from 0 to 1");
    }

    /** Every row once, as it is. */
    public static AugmentSpec none() {
        return NONE;
    }

    /** The same with other strengths of what is done to single rows. */
    public AugmentSpec varied(double imageStrength, double audioStrength, double textStrength, double seriesStrength) {
        return new AugmentSpec(
                imageStrength, mirror, audioStrength, voices, textStrength, seriesStrength, mixup, sampling);
    }

    /** The same with pictures that may lie in these ways. */
    public AugmentSpec mirrored(Mirror ways) {
        return new AugmentSpec(image, ways, audio, voices, text, series, mixup, sampling);
    }

    /** The same with voices varied so strongly. */
    public AugmentSpec voiced(double strength) {
        return new AugmentSpec(image, mirror, audio, strength, text, series, mixup, sampling);
    }

    /** The same with rows mixed in shares of that concentration. */
    public AugmentSpec mixed(double concentration) {
        return new AugmentSpec(image, mirror, audio, voices, text, series, concentration, sampling);
    }

    /** The same with rows drawn so. */
    public AugmentSpec drawn(Sampling how) {
        return new AugmentSpec(image, mirror, audio, voices, text, series, mixup, how);
    }

    private static void require(String name, double strength) {
        FeaturizerSpec.require(strength >= 0 && strength <= 2, name, strength, "from 0 to 2");
    }
}
