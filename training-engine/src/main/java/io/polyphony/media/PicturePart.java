package io.polyphony.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the parts that the file of a picture is put together from, up to the first that is damaged.
 *
 * @param mark a JPEG's marker, a PNG's or WebP's four letters, a TIFF's tag
 * @param head where it begins in the file
 * @param from where its content begins
 * @param end where its content ends, exclusive
 */
record PicturePart(int mark, int head, int from, int end) {
    private static final int SCAN = 0xFFDA;
    private static final int WORD = Integer.BYTES;
    private static final int ENTRY = 12;
    private static final int FILE_HEAD = 12;
    private static final long PNG = 0x8950_4E47_0D0A_1A0AL;

    /** A mark of four letters. */
    static int letters(String four) {
        return ByteBuffer.wrap(four.getBytes(StandardCharsets.US_ASCII)).getInt();
    }

    /** The segments in front of the pixels. */
    static List<PicturePart> ofJpeg(ByteBuffer file) {
        var parts = new ArrayList<PicturePart>();
        int at = 2;
        while (at + 4 <= file.capacity() && unsigned(file, at) >= 0xFF00 && unsigned(file, at) != SCAN) {
            int length = unsigned(file, at + 2);
            parts.add(new PicturePart(unsigned(file, at), at, at + 4, Math.min(file.capacity(), at + 2 + length)));
            at += 2 + Math.max(2, length);
        }
        return parts;
    }

    /** The chunks, which end with a checksum each. */
    static List<PicturePart> ofPng(ByteBuffer file) {
        var parts = new ArrayList<PicturePart>();
        int at = file.capacity() >= FILE_HEAD && file.getLong(0) == PNG ? Long.BYTES : file.capacity();
        while (at + 3 * WORD <= file.capacity()) {
            int length = file.getInt(at);
            if (length < 0 || length > file.capacity() - at - 3 * WORD) {
                return parts;
            }
            parts.add(new PicturePart(file.getInt(at + WORD), at, at + 2 * WORD, at + 2 * WORD + length));
            at += 3 * WORD + length;
        }
        return parts;
    }

    /** The chunks of the RIFF file (RFC 9649, 2.3). */
    static List<PicturePart> ofWebp(ByteBuffer file) {
        var parts = new ArrayList<PicturePart>();
        boolean webp = file.capacity() >= FILE_HEAD
                && file.getInt(0) == letters("RIFF")
                && file.getInt(2 * WORD) == letters("WEBP");
        int at = webp ? FILE_HEAD : file.capacity();
        while (at + 2 * WORD <= file.capacity()) {
            int length = Integer.reverseBytes(file.getInt(at + WORD));
            int from = at + 2 * WORD;
            if (length < 0 || length > file.capacity() - from) {
                return parts;
            }
            parts.add(new PicturePart(file.getInt(at), at, from, from + length));
            at = from + length + (length & 1);
        }
        return parts;
    }

    /**
     * The entries of a TIFF's first directory; their content is the number or the place that they hold.
     *
     * @param tiff from its first byte on; its order becomes the one that it tells
     */
    static List<PicturePart> ofTiff(ByteBuffer tiff) {
        var parts = new ArrayList<PicturePart>();
        if (tiff.capacity() < Long.BYTES) {
            return parts;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(WORD);
        if (directory < 0 || directory > tiff.capacity() - 2) {
            return parts;
        }
        int first = directory + 2;
        int entries = Math.min(unsigned(tiff, directory), (tiff.capacity() - first) / ENTRY);
        for (int at = first; at < first + entries * ENTRY; at += ENTRY) {
            parts.add(new PicturePart(unsigned(tiff, at), at, at + Long.BYTES, at + ENTRY));
        }
        return parts;
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }
}
