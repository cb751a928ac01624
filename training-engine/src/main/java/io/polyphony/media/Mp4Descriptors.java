package io.polyphony.media;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What an MPEG-4 file says of how a track is decoded (ISO 14496-1, 7.2.6): descriptors within descriptors.
 *
 * @param bytes of them, at their first
 */
record Mp4Descriptors(ByteBuffer bytes) {
    private static final int STREAM = 3;
    private static final int DECODER = 4;
    private static final int SETTINGS = 5;
    /** Which kind, how it flows, and how fast. */
    private static final int DECODER_HEAD = 13;
    /** AAC as MPEG-4 and MPEG-2 call it. */
    private static final int AAC = 0x40;

    private static final int FIRST_OLD = 0x66;
    private static final int LAST_OLD = 0x68;

    /** What an AAC decoder is set up with; empty where the track is none. */
    Optional<byte[]> settings() {
        if (!opened(STREAM)) {
            return Optional.empty();
        }
        passStream();
        if (!opened(DECODER)) {
            return Optional.empty();
        }
        int kind = Byte.toUnsignedInt(bytes.get(bytes.position()));
        bytes.position(bytes.position() + DECODER_HEAD);
        boolean aac = kind == AAC || kind >= FIRST_OLD && kind <= LAST_OLD;
        if (!aac || bytes.get() != SETTINGS) {
            return Optional.empty();
        }
        var settings = new byte[Math.min(length(), bytes.remaining())];
        bytes.get(settings);
        return Optional.of(settings);
    }

    private boolean opened(int tag) {
        boolean there = bytes.get() == tag;
        length();
        return there;
    }

    /** Its number, then what else its flags say that there is. */
    private void passStream() {
        bytes.getShort();
        int flags = bytes.get();
        if ((flags & 0x80) != 0) {
            bytes.getShort();
        }
        if ((flags & 0x40) != 0) {
            bytes.position(bytes.position() + 1 + Byte.toUnsignedInt(bytes.get(bytes.position())));
        }
        if ((flags & 0x20) != 0) {
            bytes.getShort();
        }
    }

    /** Seven bits a byte, as long as the eighth is set. */
    private int length() {
        int length = 0;
        int next;
        do {
            next = bytes.get();
            length = length << 7 | next & 0x7F;
        } while ((next & 0x80) != 0 && length < 1 << 21);
        return length;
    }
}
