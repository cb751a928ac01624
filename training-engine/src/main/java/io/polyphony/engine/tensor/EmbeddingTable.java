package io.polyphony.engine.tensor;

import java.util.Arrays;

/**
 * Rows of learned vectors, of which a step reads and changes few: kept on the Java heap with a row-sparse gradient.
 * Row 0 stands for padding and unknown codes.
 */
public final class EmbeddingTable {
    private final String name;
    private final int rows;
    private final int width;
    private final float[] values;
    private final int[] slots;
    private int[] touched = new int[16];
    private float[] gradient;
    private int count;

    public EmbeddingTable(String name, int rows, int width) {
        this.name = name;
        this.rows = rows;
        this.width = width;
        this.values = new float[Math.multiplyExact(rows, width)];
        this.slots = new int[rows];
        this.gradient = new float[touched.length * width];
        Arrays.fill(slots, -1);
    }

    public String name() {
        return name;
    }

    public int rows() {
        return rows;
    }

    /** Length of one vector. */
    public int width() {
        return width;
    }

    /** Row-major, live. */
    public float[] values() {
        return values;
    }

    /** Row-major gradient of the touched rows, live, valid up to {@code touchedCount() * width()}. */
    public float[] gradient() {
        return gradient;
    }

    /** How many rows have a gradient. */
    public int touchedCount() {
        return count;
    }

    /** The row whose gradient is the i-th. */
    public int touchedRow(int i) {
        return touched[i];
    }

    /** Which of the gradients is the row's, or -1 if the row was not touched. */
    public int slot(int row) {
        return slots[row];
    }

    /** Where a row's gradient begins in {@link #gradient()}; the row is marked as touched. */
    public int gradientAt(int row) {
        int slot = slots[row];
        if (slot < 0) {
            slot = count++;
            grow(count);
            slots[row] = slot;
            touched[slot] = row;
            Arrays.fill(gradient, slot * width, (slot + 1) * width, 0f);
        }
        return slot * width;
    }

    /** Forgets the gradient. */
    public void clearGradient() {
        for (int i = 0; i < count; i++) {
            slots[touched[i]] = -1;
        }
        count = 0;
    }

    /** Bytes of the values and of the largest gradient that a step touching so many rows can have. */
    public static long bytes(int rows, int width, long mostTouched) {
        return 4L * rows * (width + 1) + 4L * Math.min(rows, mostTouched) * (width + 1);
    }

    private void grow(int needed) {
        if (needed > touched.length) {
            int larger = Math.min(rows, 2 * touched.length);
            touched = Arrays.copyOf(touched, larger);
            gradient = Arrays.copyOf(gradient, larger * width);
        }
    }
}
