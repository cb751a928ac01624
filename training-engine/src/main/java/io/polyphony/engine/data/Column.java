package io.polyphony.engine.data;

import org.jspecify.annotations.Nullable;

/** One raw column; how its cells look decides what can be made of them. A missing cell is NaN, null or a null file. */
public sealed interface Column {

    int rows();

    /** Numbers; NaN is a missing cell. */
    record Numbers(double[] values) implements Column {
        @Override
        public int rows() {
            return values.length;
        }
    }

    /** Free text, categories or class labels; null is a missing cell. */
    record Texts(@Nullable String[] values) implements Column {
        @Override
        public int rows() {
            return values.length;
        }
    }

    /** Encoded files (PNG, JPEG, WAV, ...), read when they are needed. */
    record Files(int rows, FileReader reader) implements Column {}
}
