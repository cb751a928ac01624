package io.polyphony.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The first frame of most MP3 files is silent and tells how many follow (Xing's tag, which LAME calls Info). */
final class Mp3Tag {
    private static final int NOTES_HEAD = 10;
    private static final int FRAME_HEAD = 4;

    private Mp3Tag() {}

    /** Frames behind the first, as far as the file tells; else 0. */
    static int frames(byte[] file) {
        int frame = behindNotes(file);
        int tag = frame + FRAME_HEAD + sideInformation(file, frame);
        var bytes = ByteBuffer.wrap(file);
        if (tag + 3 * Integer.BYTES > file.length) {
            return 0;
        }
        var name = new String(file, tag, 4, StandardCharsets.ISO_8859_1);
        boolean told = (name.equals("Xing") || name.equals("Info")) && (bytes.getInt(tag + 4) & 1) == 1;
        return told ? Math.max(0, bytes.getInt(tag + 8)) : 0;
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
