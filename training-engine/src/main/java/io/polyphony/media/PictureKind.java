package io.polyphony.media;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What kind of picture a file is, by its first bytes and whatever its name ends in. */
public enum PictureKind {
    PNG(0, "89504e47", true),
    JPEG(0, "ffd8ff", true),
    GIF(0, hex("GIF8"), true),
    BMP(0, hex("BM"), true),
    TIFF(0, "49492a00", false),
    BIG_ENDIAN_TIFF(0, "4d4d002a", false),
    WEBP(8, hex("WEBP"), false),
    HEIC(4, hex("ftyphei"), false),
    HEIF(4, hex("ftypmif1"), false),
    AVIF(4, hex("ftypavif"), false),
    JPEG_2000(4, hex("jP  "), false),
    PHOTOSHOP(0, hex("8BPS"), false),
    DICOM(128, hex("DICM"), false),
    PDF(0, hex("%PDF"), false),
    SVG(0, hex("<svg"), false);

    private final int place;
    private final String mark;
    private final boolean read;

    /** @param mark in hexadecimal */
    PictureKind(int place, String mark, boolean read) {
        this.place = place;
        this.mark = mark;
        this.read = read;
    }

    /**
     * Why a file is not read.
     *
     * @return null where it is of a kind that is read, damaged or not
     */
    public static @Nullable String refusal(byte[] file) {
        for (var kind : values()) {
            if (kind.marks(file)) {
                return kind.read ? null : "its kind (%s) is not read; save it as PNG or JPEG".formatted(kind.word());
            }
        }
        return "its %d bytes are no PNG, JPEG, GIF or BMP image".formatted(file.length);
    }

    private boolean marks(byte[] file) {
        int end = place + mark.length() / 2;
        return file.length >= end && HexFormat.of().formatHex(file, place, end).equals(mark);
    }

    private String word() {
        return this == BIG_ENDIAN_TIFF ? "TIFF" : this == WEBP ? "WebP" : name().replace('_', ' ');
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
