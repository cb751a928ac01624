package io.polyphony.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

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
    private static final int PNG_EXIF = PicturePart.letters("eXIf");
    private static final int WEBP_EXIF = PicturePart.letters("EXIF");

    private static final int START = 0xFFD8;
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int BIG_ENDIAN = 0x4D4D;
    private static final int EXIF = 0xFFE1;
    private static final int ADOBE = 0xFFEE;
    private static final int ORIENTATION = 0x0112;
    private static final int INKS = 4;

    /** Of any file; what says nothing of it, or has a damaged head, is upright and plain. */
    public static PictureFacts of(byte[] file) {
        var bytes = ByteBuffer.wrap(file);
        if (file.length < Long.BYTES) {
            return NONE;
        }
        return switch (Short.toUnsignedInt(bytes.getShort(0))) {
            case START -> ofJpeg(bytes);
            case LITTLE_ENDIAN, BIG_ENDIAN -> held(orientation(file, 0, file.length));
            default -> held(ofChunks(bytes));
        };
    }

    private static PictureFacts held(int orientation) {
        return new PictureFacts(orientation, false, false, false);
    }

    private static PictureFacts ofJpeg(ByteBuffer bytes) {
        var facts = NONE;
        for (var part : PicturePart.ofJpeg(bytes)) {
            facts = facts.with(bytes, part.mark(), part.from(), part.end());
        }
        return facts;
    }

    /** The chunk may stand before the pixels or behind them (PNG, third edition, 11.3.2.12; RFC 9649, 2.7.1.5). */
    private static int ofChunks(ByteBuffer bytes) {
        return Stream.concat(PicturePart.ofPng(bytes).stream(), PicturePart.ofWebp(bytes).stream())
                .filter(part -> part.mark() == PNG_EXIF || part.mark() == WEBP_EXIF)
                .findFirst()
                .map(part -> orientation(bytes.array(), behindLetters(bytes, part), part.end()))
                .orElse(1);
    }

    /** Some put JPEG's six letters in front. */
    private static int behindLetters(ByteBuffer bytes, PicturePart part) {
        boolean letters =
                part.end() - part.from() > 6 && text(bytes, part.from(), 4).equals("Exif");
        return letters ? part.from() + 6 : part.from();
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
        var tiff = ByteBuffer.wrap(file, from, Math.max(0, end - from)).slice();
        return PicturePart.ofTiff(tiff).stream()
                .filter(part -> part.mark() == ORIENTATION)
                .findFirst()
                .map(part -> Short.toUnsignedInt(tiff.getShort(part.from())))
                .filter(value -> value >= 1 && value <= 8)
                .orElse(1);
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

    private static String text(ByteBuffer bytes, int at, int length) {
        return new String(bytes.array(), at, length, StandardCharsets.ISO_8859_1);
    }
}
