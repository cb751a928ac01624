package io.polyphony.engine.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The extents of a tensor; the first is the batch for everything but parameters. Row-major throughout. */
public final class Shape {
    private final int[] extents;

    private Shape(int[] extents) {
        this.extents = extents;
    }

    /**
     * A shape of these extents.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public static Shape of(int... extents) {
        for (int extent : extents) {
            Check.range("extent in " + Arrays.toString(extents), extent, 1, Integer.MAX_VALUE);
        }
        return new Shape(extents.clone());
    }

    /** This shape with one more, outermost extent. */
    public static Shape batch(int rows, int... perRow) {
        var extents = new int[perRow.length + 1];
        extents[0] = rows;
        System.arraycopy(perRow, 0, extents, 1, perRow.length);
        return of(extents);
    }

    public int rank() {
        return extents.length;
    }

    public int extent(int axis) {
        return extents[axis];
    }

    /** The innermost extent. */
    public int last() {
        return extents[extents.length - 1];
    }

    /** How many numbers. */
    public int size() {
        int size = 1;
        for (int extent : extents) {
            size = Math.multiplyExact(size, extent);
        }
        return size;
    }

    /** All extents but the innermost, multiplied. */
    public int rows() {
        return size() / last();
    }

    /** The same with another innermost extent. */
    public Shape withLast(int last) {
        var changed = extents.clone();
        changed[changed.length - 1] = last;
        return of(changed);
    }

    /** All extents but the outermost. */
    public int[] perRow() {
        return Arrays.copyOfRange(extents, 1, extents.length);
    }

    long[] longs() {
        return Arrays.stream(extents).asLongStream().toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape that && Arrays.equals(extents, that.extents);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(extents);
    }

    @Override
    public String toString() {
        return Arrays.stream(extents).mapToObj(Integer::toString).collect(Collectors.joining(" x ", "[", "]"));
    }
}
