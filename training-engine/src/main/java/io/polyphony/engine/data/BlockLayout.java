package io.polyphony.engine.data;

import java.util.Arrays;

/**
 * The shape of one row's block.
 *
 * @param shape per row, row-major; images are [height, width, channels]
 * @param codes whether the block holds codes (see {@link Block.Codes}) rather than real numbers
 * @param cardinalities for codes, how many there are, code 0 included: one per position for categories, a single one for sequences;
 *     empty for real numbers
 * @param flagged of real numbers, which of them the bits at the end of a row say are missing, a bit for each
 * @param deviations of spectrograms, what each band was divided by; empty where that is of no account
 */
public record BlockLayout(int[] shape, boolean codes, int[] cardinalities, int[] flagged, float[] deviations) {
    private static final int[] NONE = {};
    private static final float[] UNSAID = {};

    public static BlockLayout dense(int... shape) {
        return new BlockLayout(shape, false, NONE, NONE, UNSAID);
    }

    public static BlockLayout codes(int length, int... cardinalities) {
        return new BlockLayout(new int[] {length}, true, cardinalities, NONE, UNSAID);
    }

    /** The same, the last numbers of a row being bits that say which others are missing. */
    public BlockLayout flagging(int... missing) {
        return new BlockLayout(shape, codes, cardinalities, missing, deviations);
    }

    /** The same, each band of a spectrogram having been divided by one of these. */
    public BlockLayout divided(float... by) {
        return new BlockLayout(shape, codes, cardinalities, flagged, by);
    }

    /** How many numbers one row has. */
    public int size() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlockLayout that
                && codes == that.codes
                && Arrays.equals(shape, that.shape)
                && Arrays.equals(cardinalities, that.cardinalities)
                && Arrays.equals(flagged, that.flagged)
                && Arrays.equals(deviations, that.deviations);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(shape) + Arrays.hashCode(cardinalities)) + Boolean.hashCode(codes);
    }

    @Override
    public String toString() {
        return (codes ? "codes" : "dense")
                + Arrays.toString(shape)
                + (codes ? " of " + Arrays.toString(cardinalities) : "");
    }
}
