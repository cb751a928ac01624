package io.polyphony.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;

/**
 * What the file of a picture says beside its pixels: the head of a JPEG or TIFF, a PNG's eXIf chunk, a WebP's EXIF chunk.
 *
 * @param orientation how the camera was held, 1..8 as Exif numbers it; 1 is upright
 * @param inks whether its pixels are amounts of cyan, magenta, yellow and black
 * @param adobe whether Adobe wrote it, which stores inks upside down
 * @param inkTransform whether cyan, magenta and yellow are stored as lightness and colour (YCCK)
 */
public record PictureFacts(int orientation, boolean inks, boolean adobe, boolean inkTransform) {
    private static final PictureFacts NONE = new PictureFacts(1, false, false, false);
    private static final long PNG = 0x8950_4E47_0D0A_1A0AL;
    /** Length, type and checksum of a chunk. */
    private static final int CHUNK = 12;

    private static final int START = 0xFFD8;
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int BIG_ENDIAN = 0x4D4D;
    private static final int EXIF = 0xFFE1;
    private static final int ADOBE = 0xFFEE;
    private static final int SCAN = 0xFFDA;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;
    private static final int INKS = 4;

    /** Of any file; what says nothing of it, or has a damaged head, is upright and plain. */
    public static PictureFacts of(byte[] file) {
        var bytes = ByteBuffer.wrap(file);
        if (file.length < CHUNK) {
            return NONE;
        }
        return switch (unsigned(bytes, 0)) {
            case START -> ofJpeg(bytes);
            case LITTLE_ENDIAN, BIG_ENDIAN -> held(orientation(file, 0, file.length));
            default -> bytes.getLong(0) == PNG ? ofPng(bytes) : ofWebp(bytes);
        };
    }

    private static PictureFacts held(int orientation) {
        return new PictureFacts(orientation, false, false, false);
    }

    private static PictureFacts ofJpeg(ByteBuffer bytes) {
        var facts = NONE;
        int at = 2;
        while (at + 4 <= bytes.capacity() && unsigned(bytes, at) >= 0xFF00 && unsigned(bytes, at) != SCAN) {
            int length = unsigned(bytes, at + 2);
            int end = Math.min(bytes.capacity(), at + 2 + length);
            facts = facts.with(bytes, unsigned(bytes, at), at + 4, end);
            at += 2 + Math.max(2, length);
        }
        return facts;
    }

    /** The chunk may stand before the pixels or behind them (PNG, third edition, 11.3.2.12). */
    private static PictureFacts ofPng(ByteBuffer bytes) {
        int at = Long.BYTES;
        while (at + CHUNK <= bytes.capacity()) {
            int length = bytes.getInt(at);
            if (length < 0 || length > bytes.capacity() - at - CHUNK) {
                return NONE;
            }
            if (text(bytes, at + 4, 4).equals("eXIf")) {
                return held(orientation(bytes.array(), at + 8, at + 8 + length));
            }
            at += CHUNK + length;
        }
        return NONE;
    }

    /** The chunk stands behind the pixels (RFC 9649, 2.7.1.5); some put JPEG's six letters in front. */
    private static PictureFacts ofWebp(ByteBuffer bytes) {
        int at = text(bytes, 0, 4).equals("RIFF") && text(bytes, 8, 4).equals("WEBP") ? CHUNK : bytes.capacity();
        while (at + 2 * Integer.BYTES <= bytes.capacity()) {
            int length = Integer.reverseBytes(bytes.getInt(at + 4));
            int from = at + 2 * Integer.BYTES;
            if (length < 0 || length > bytes.capacity() - from) {
                return NONE;
            }
            if (text(bytes, at, 4).equals("EXIF")) {
                boolean letters = length > 6 && text(bytes, from, 4).equals("Exif");
                return held(orientation(bytes.array(), letters ? from + 6 : from, from + length));
            }
            at = from + length + (length & 1);
        }
        return NONE;
    }

    private PictureFacts with(ByteBuffer bytes, int marker, int from, int end) {
        if (marker == EXIF && end - from > 14 && text(bytes, from, 6).equals("Exif\0\0")) {
            return new PictureFacts(orientation(bytes.array(), from + 6, end), inks, adobe, inkTransform);
        }
        if (marker == ADOBE && end - from >= 12 && text(bytes, from, 5).equals("Adobe")) {
            return new PictureFacts(orientation, inks, true, bytes.get(from + 11) == 2);
        }
        if (isFrame(marker) && end - from >= 6) {
            return new PictureFacts(orientation, bytes.get(from + 5) == INKS, adobe, inkTransform);
        }
        return this;
    }

    /** C0 to CF but for tables and marks of arithmetic coding. */
    private static boolean isFrame(int marker) {
        return marker >= 0xFFC0 && marker <= 0xFFCF && marker != 0xFFC4 && marker != 0xFFC8 && marker != 0xFFCC;
    }

    private static int orientation(byte[] file, int from, int end) {
        if (end - from < Long.BYTES) {
            return 1;
        }
        var tiff = ByteBuffer.wrap(file, from, end - from).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 0 || directory + 2 > tiff.capacity()) {
            return 1;
        }
        int entries = unsigned(tiff, directory);
        for (int i = 0; i < entries && directory + 2 + (i + 1) * ENTRY <= tiff.capacity(); i++) {
            int entry = directory + 2 + i * ENTRY;
            if (unsigned(tiff, entry) == ORIENTATION) {
                int value = unsigned(tiff, entry + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    /** Whether the picture lies on its side, so that its height is the file's width. */
    public boolean lies() {
        return orientation >= 5;
    }

    /**
     * Where the pixel of the upright picture is in the file's rows.
     *
     * @param height of the file's picture
     * @param width of the file's picture
     */
    IntUnaryOperator source(int height, int width) {
        int upright = lies() ? height : width;
        return place -> {
            int y = place / upright;
            int x = place % upright;
            return switch (orientation) {
                case 2 -> y * width + width - 1 - x;
                case 3 -> (height - 1 - y) * width + width - 1 - x;
                case 4 -> (height - 1 - y) * width + x;
                case 5 -> x * width + y;
                case 6 -> (height - 1 - x) * width + y;
                case 7 -> (height - 1 - x) * width + width - 1 - y;
                case 8 -> x * width + width - 1 - y;
                default -> place;
            };
        };
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static String text(ByteBuffer bytes, int at, int length) {
        return new String(bytes.array(), at, length, StandardCharsets.ISO_8859_1);
    }
}
