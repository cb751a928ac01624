package io.polyphony.engine.data;

import java.util.Arrays;

/** The numbers of one block for all rows: row-major, each row of the block's per-row shape. */
public sealed interface Block {

    /** The per-row shape. */
    int[] shape();

    /** How many numbers one row has. */
    default int size() {
        return Arrays.stream(shape()).reduce(1, Math::multiplyExact);
    }

    /** The block of these rows, in this order. */
    Block select(int[] rows);

    /** Real numbers. */
    record Dense(int[] shape, float[] values) implements Block {
        @Override
        public Dense select(int[] rows) {
            var size = size();
            var selected = new float[Math.multiplyExact(rows.length, size)];
            for (var i = 0; i < rows.length; i++) {
                System.arraycopy(values, rows[i] * size, selected, i * size, size);
            }
            return new Dense(shape, selected);
        }
    }

    /** Codes of categories or tokens; 0 is padding, unknown or missing. */
    record Codes(int[] shape, int[] values) implements Block {
        @Override
        public Codes select(int[] rows) {
            var size = size();
            var selected = new int[Math.multiplyExact(rows.length, size)];
            for (var i = 0; i < rows.length; i++) {
                System.arraycopy(values, rows[i] * size, selected, i * size, size);
            }
            return new Codes(shape, selected);
        }
    }
}
