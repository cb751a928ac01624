package io.polyphony.engine.training;

import io.polyphony.engine.tensor.EmbeddingTable;

/** A copy of a table's row-sparse gradient; its arrays grow to the largest step and are used again. */
final class RowGradient {
    private int count;
    private int[] rows = new int[0];
    private float[] values = new float[0];

    void clear() {
        count = 0;
    }

    /** Copies the table's gradient. */
    void take(EmbeddingTable table) {
        count = table.touchedCount();
        int size = count * table.width();
        if (rows.length < count) {
            rows = new int[2 * count];
            values = new float[2 * size];
        }
        for (int i = 0; i < count; i++) {
            rows[i] = table.touchedRow(i);
        }
        System.arraycopy(table.gradient(), 0, values, 0, size);
    }

    /** Inner product with the gradient that is in the table now. */
    double dot(EmbeddingTable table) {
        int width = table.width();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            int slot = table.slot(rows[i]);
            if (slot >= 0) {
                sum += dot(values, i * width, table.gradient(), slot * width, width);
            }
        }
        return sum;
    }

    /** Adds a multiple to the table's gradient. */
    void addTo(EmbeddingTable table, float factor) {
        int width = table.width();
        for (int i = 0; i < count; i++) {
            int at = table.gradientAt(rows[i]);
            var target = table.gradient();
            for (int j = 0; j < width; j++) {
                target[at + j] += factor * values[i * width + j];
            }
        }
    }

    /** Four sums at a time: a single one would wait for each addition. */
    static double dot(float[] a, int from, float[] b, int at, int count) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            first += (double) a[from + i] * b[at + i];
            second += (double) a[from + i + 1] * b[at + i + 1];
            third += (double) a[from + i + 2] * b[at + i + 2];
            fourth += (double) a[from + i + 3] * b[at + i + 3];
        }
        for (; i < count; i++) {
            first += (double) a[from + i] * b[at + i];
        }
        return first + second + third + fourth;
    }
}
