package io.polyphony.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What kind of picture a file is, by its first bytes and whatever its name ends in. */
public enum PictureKind {
    PNG(0, "89504e47", "PNG", "image/png"),
    JPEG(0, "ffd8ff", "JPEG", "image/jpeg"),
    GIF(0, hex("GIF8"), "GIF", "image/gif"),
    BMP(0, hex("BM"), "BMP", "image/bmp"),
    TIFF(0, "49492a00", "TIFF", "image/tiff"),
    BIG_ENDIAN_TIFF(0, "4d4d002a", "TIFF", "image/tiff"),
    WEBP(8, hex("WEBP"), "WebP", "image/webp"),
    HEIC(4, hex("ftyphei"), "HEIC", null),
    HEIF(4, hex("ftypmif1"), "HEIF", null),
    AVIF(4, hex("ftypavif"), "AVIF", null),
    JPEG_2000(4, hex("jP  "), "JPEG 2000", null),
    PHOTOSHOP(0, hex("8BPS"), "Photoshop", null),
    DICOM(128, hex("DICM"), "DICOM", null),
    PDF(0, hex("%PDF"), "PDF", null),
    SVG(0, hex("<svg"), "SVG", null);

    /** What is read, for people: {@code PNG, JPEG, ...}. */
    public static final String NAMES = Arrays.stream(values())
            .filter(kind -> kind.mediaType != null)
            .map(kind -> kind.word)
            .distinct()
            .collect(Collectors.joining(", "));

    private final int place;
    private final String mark;
    private final String word;
    private final @Nullable String mediaType;

    /**
     * @param mark in hexadecimal
     * @param mediaType null where it is not read
     */
    PictureKind(int place, String mark, String word, @Nullable String mediaType) {
        this.place = place;
        this.mark = mark;
        this.word = word;
        this.mediaType = mediaType;
    }

    /** The kind that a file's first bytes tell. */
    public static Optional<PictureKind> of(byte[] file) {
        return Arrays.stream(values()).filter(kind -> kind.marks(file)).findFirst();
    }

    /**
     * Why a file is not read.
     *
     * @return null where it is of a kind that is read, damaged or not
     */
    public static @Nullable String refusal(byte[] file) {
        var kind = of(file).orElse(null);
        if (kind == null) {
            return "its %d bytes are none of %s".formatted(file.length, NAMES);
        }
        return kind.mediaType != null ? null : "its kind (%s) is not read; save it as PNG or JPEG".formatted(kind.word);
    }

    boolean marks(byte[] file) {
        int end = place + mark.length() / 2;
        return file.length >= end && HexFormat.of().formatHex(file, place, end).equals(mark);
    }

    /**
     * The media type.
     *
     * @throws IllegalStateException for a kind that is not read
     */
    public String mediaType() {
        if (mediaType == null) {
            throw new IllegalStateException("Pictures of the kind %s are not read.".formatted(word));
        }
        return mediaType;
    }

    /** Whether what was drawn is what is stored: others blur the levels of a mask. */
    public boolean keepsLevels() {
        return this != JPEG && this != WEBP;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
