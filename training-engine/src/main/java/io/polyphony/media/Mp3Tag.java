package io.polyphony.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The first frame of most MP3 files is silent and tells of the others (Xing's tag, which LAME calls Info, and LAME's own behind it).
 *
 * @param silent whether the first frame is such a one
 * @param frames that follow; 0 where that is not told
 * @param delay samples that the encoder put in front
 * @param padding samples that it put behind
 */
record Mp3Tag(boolean silent, int frames, int delay, int padding) {
    private static final Mp3Tag NONE = new Mp3Tag(false, 0, 0, 0);
    /** What every decoder adds in front (ISO 11172-3, the filter bank's 528 samples and one). */
    private static final int DECODER = 529;

    private static final int NOTES_HEAD = 10;
    private static final int FRAME_HEAD = 4;
    private static final int FRAMES = 1;
    private static final int BYTES = 2;
    private static final int PLACES = 4;
    private static final int QUALITY = 8;
    private static final int DELAY_IN_LAME = 21;

    static Mp3Tag of(byte[] file) {
        int frame = behindNotes(file);
        int tag = frame + FRAME_HEAD + sideInformation(file, frame);
        var bytes = ByteBuffer.wrap(file);
        if (tag + 3 * Integer.BYTES > file.length) {
            return NONE;
        }
        var name = new String(file, tag, 4, StandardCharsets.ISO_8859_1);
        if (!name.equals("Xing") && !name.equals("Info")) {
            return NONE;
        }
        int flags = bytes.getInt(tag + 4);
        int frames = (flags & FRAMES) == 0 ? 0 : Math.max(0, bytes.getInt(tag + 8));
        int lame = tag
                + 8
                + 4 * (flags & FRAMES)
                + 4 * (flags & BYTES) / BYTES
                + 100 * (flags & PLACES) / PLACES
                + 4 * (flags & QUALITY) / QUALITY;
        return lame + DELAY_IN_LAME + 3 > file.length || file[lame] == 0
                ? new Mp3Tag(true, frames, 0, 0)
                : ofLame(bytes, lame + DELAY_IN_LAME, frames);
    }

    private static Mp3Tag ofLame(ByteBuffer bytes, int at, int frames) {
        int both = Byte.toUnsignedInt(bytes.get(at)) << 16 | Short.toUnsignedInt(bytes.getShort(at + 1));
        return new Mp3Tag(true, frames, both >> 12, both & 0xFFF);
    }

    /** How many samples at the start were not in what was encoded. */
    int front() {
        return delay == 0 ? 0 : delay + DECODER;
    }

    /** How many at the end. */
    int behind() {
        return Math.max(0, padding - DECODER);
    }

    /** Notes on artist and title tell their length in four times seven bits (ID3v2.4, 3.1 and 6.2). */
    private static int behindNotes(byte[] file) {
        if (file.length < NOTES_HEAD || file[0] != 'I') {
            return 0;
        }
        int length = file[6] << 21 | file[7] << 14 | file[8] << 7 | file[9];
        return NOTES_HEAD + Math.clamp(length, 0, file.length);
    }

    /** Bytes between the frame's head and its data: by version and number of channels (ISO 11172-3, 2.4.1.7). */
    private static int sideInformation(byte[] file, int frame) {
        if (frame + FRAME_HEAD > file.length) {
            return 0;
        }
        boolean first = (file[frame + 1] & 0x18) == 0x18;
        boolean single = (file[frame + 3] & 0xC0) == 0xC0;
        return first ? single ? 17 : 32 : single ? 9 : 17;
    }
}
