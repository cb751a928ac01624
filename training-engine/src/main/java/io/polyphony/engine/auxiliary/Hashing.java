package io.polyphony.engine.auxiliary;

/** Codes to fewer places. */
final class Hashing {
    private static final int GOLDEN = 0x9E37_79B9;

    private Hashing() {}

    /** The place of a code: its own while there are enough, else one that it shares with others. */
    static int place(int code, int places) {
        return code < places ? code : (code * GOLDEN >>> 1) % places;
    }
}
