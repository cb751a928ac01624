package io.polyphony.engine.data;

/**
 * Images, or the spectrograms of recordings, as how much each of some typical patches occurs in each part of them (Coates, Lee
 * and Ng 2011, "An analysis of single-layer networks in unsupervised feature learning"; of sounds Salamon and Bello 2015,
 * "Unsupervised feature learning for urban sound classification"), and as how light it is there. Patches are found on train rows.
 *
 * @param source how the rows are read: as pixels or log-mel; small, for every place is compared with every patch
 * @param words how many typical patches
 */
public record PatchFeatures(FeaturizerSpec source, int words) implements FeaturizerSpec {
    /** Numbers that a row has for each word. */
    public static final int SUMS = 2 * PatchSums.CELLS * PatchSums.CELLS;

    public PatchFeatures {
        if (!(source instanceof PixelFeatures || source instanceof LogMelFeatures)) {
            throw new IllegalArgumentException(
                    "Patches are those of pixels or of a spectrogram, not of what else an input may be read as (%s)."
                            .formatted(source));
        }
        FeaturizerSpec.require(words >= 1 && words <= 4096, "words", words, "1 to 4096");
    }
}
