package io.polyphony.engine.frozen;

/** An open network that says an embedding of a row. Safe for use by several threads. */
sealed interface Frozen extends AutoCloseable permits FrozenNetwork, FrozenText {
    /** Wider embeddings are maps or words one by one, not an embedding of the whole. */
    int WIDEST = 16_384;

    @Override
    void close();

    /** What is said, if it is numbers. */
    static float[] finite(float[] embedding) {
        for (float number : embedding) {
            if (!Float.isFinite(number)) {
                throw new IllegalArgumentException(
                        "The network says (%s), which is no number.%nMaybe its input is scaled otherwise."
                                .formatted(number));
            }
        }
        return embedding;
    }

    /** How many numbers those are. */
    static int width(float[] embedding) {
        if (embedding.length < 1 || embedding.length > WIDEST) {
            throw new IllegalArgumentException(
                    "The embedding has %d numbers, but must have 1 to %d.%nMaybe add a pooling before the export."
                            .formatted(embedding.length, WIDEST));
        }
        return embedding.length;
    }
}
