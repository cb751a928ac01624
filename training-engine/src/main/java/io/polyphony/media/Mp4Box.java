package io.polyphony.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What lies in a box of an MPEG-4 file (ISO 14496-12, 4.2). Nothing is read beyond it, whatever the file says.
 *
 * @param bytes of the box, without its size and type
 */
record Mp4Box(ByteBuffer bytes) {
    private static final int HEAD = 8;
    /** Stands for a size that follows in eight bytes. */
    private static final int LONG = 1;

    private static final int LONG_HEAD = 16;

    /** A whole file. */
    static Mp4Box of(byte[] file) {
        return new Mp4Box(ByteBuffer.wrap(file));
    }

    /** The first box of that type within this one, or within one of that type within one of that type, and so on. */
    Optional<Mp4Box> child(String... types) {
        var found = Optional.of(this);
        for (String type : types) {
            found = found.flatMap(box -> box.children(type).stream().findFirst());
        }
        return found;
    }

    /**
     * @throws IllegalArgumentException where one is longer than this
     */
    List<Mp4Box> children(String type) {
        var children = new ArrayList<Mp4Box>();
        for (int at = 0; at + HEAD <= bytes.limit(); ) {
            long size = size(at);
            int head = bytes.getInt(at) == LONG ? LONG_HEAD : HEAD;
            if (size < head || size > bytes.limit() - at) {
                throw new IllegalArgumentException(
                        "a box of %d bytes lies in one of %d".formatted(size, bytes.limit()));
            }
            if (type(at).equals(type)) {
                children.add(new Mp4Box(bytes.slice(at + head, (int) size - head)));
            }
            at += (int) size;
        }
        return children;
    }

    /** Where the last of the boxes within this one ends by what they say, which may be beyond it. */
    long end() {
        long at = 0;
        while (at + HEAD <= bytes.limit()) {
            at += Math.max(HEAD, size((int) at));
        }
        return at;
    }

    private long size(int at) {
        long size = Integer.toUnsignedLong(bytes.getInt(at));
        if (size == LONG && at + LONG_HEAD <= bytes.limit()) {
            return bytes.getLong(at + HEAD);
        }
        return size == 0 ? bytes.limit() - at : size;
    }

    private String type(int at) {
        var type = new byte[Integer.BYTES];
        bytes.get(at + Integer.BYTES, type);
        return new String(type, StandardCharsets.US_ASCII);
    }

    /** What follows from there on, as boxes. */
    Mp4Box from(int at) {
        return new Mp4Box(bytes.slice(at, bytes.limit() - at));
    }

    int whole(int at) {
        return bytes.getInt(at);
    }

    /** @param length in bytes: 4 or 8 */
    long number(int at, int length) {
        return length == Integer.BYTES ? bytes.getInt(at) : bytes.getLong(at);
    }

    /** Of boxes that tell one. */
    int version() {
        return bytes.get(0);
    }
}
