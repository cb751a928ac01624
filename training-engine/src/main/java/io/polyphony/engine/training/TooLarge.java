package io.polyphony.engine.training;

/** A training that would not fit in memory; refused before it starts. */
public final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge(long neededBytes, long allowedBytes, int batchSize) {
        super(("The training needs %d MiB, but %d MiB are allowed.\n"
                        + "Maybe a smaller batch (now %d), narrower encoders or a smaller vocabulary help.")
                .formatted(neededBytes >> 20, allowedBytes >> 20, batchSize));
    }
}
