package io.polyphony.engine.op;

/** Walks a long vector in pieces that stay in the processor's first cache. */
final class Chunks {
    static final int SIZE = 2048;

    private Chunks() {}

    /** Called with where a piece begins and how long it is. */
    interface Piece {
        void at(int offset, int count);
    }

    static void each(int size, Piece piece) {
        for (int offset = 0; offset < size; offset += SIZE) {
            piece.at(offset, Math.min(SIZE, size - offset));
        }
    }
}
