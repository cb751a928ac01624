package io.polyphony.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/**
 * The colour profile (ICC) that cameras and editors put into files. Networks are taught the levels as they are stored, as
 * other programs that teach networks read them; following the profile would also take most of the time that a small picture
 * takes to read.
 */
final class ColourProfile {
    private static final int JPEG = 0xFFE2;
    private static final byte[] JPEG_NAME = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    private static final int WEBP = PicturePart.letters("ICCP");
    private static final int TIFF = 34675;
    /** Small letters for large ones. */
    private static final int OTHER_LETTER = 0x20;
    /** Nobody's tag. */
    private static final int NEXT_TAG = 1;

    private ColourProfile() {}

    /** The file itself where it has no profile; else a copy whose profile goes by a name that no reader knows. */
    static byte[] hidden(byte[] file) {
        var bytes = ByteBuffer.wrap(file);
        return switch (PictureKind.of(file).orElse(null)) {
            case JPEG -> renamed(file, names(PicturePart.ofJpeg(bytes), part -> named(file, part), 4), OTHER_LETTER);
            case WEBP -> renamed(file, names(PicturePart.ofWebp(bytes), part -> part.mark() == WEBP, 0), OTHER_LETTER);
            case TIFF, BIG_ENDIAN_TIFF -> {
                var tags = names(PicturePart.ofTiff(bytes), part -> part.mark() == TIFF, 0);
                int low = bytes.order() == ByteOrder.LITTLE_ENDIAN ? 0 : 1;
                yield renamed(file, tags.stream().map(tag -> tag + low).toList(), NEXT_TAG);
            }
            case null, default -> file;
        };
    }

    private static boolean named(byte[] file, PicturePart part) {
        int end = part.from() + JPEG_NAME.length;
        return part.mark() == JPEG
                && end <= part.end()
                && ByteBuffer.wrap(file, part.from(), JPEG_NAME.length).equals(ByteBuffer.wrap(JPEG_NAME));
    }

    private static List<Integer> names(List<PicturePart> parts, Predicate<PicturePart> profile, int behindHead) {
        return parts.stream()
                .filter(profile)
                .map(part -> part.head() + behindHead)
                .toList();
    }

    private static byte[] renamed(byte[] file, List<Integer> places, int change) {
        if (places.isEmpty()) {
            return file;
        }
        var copy = file.clone();
        places.forEach(place -> copy[place] ^= (byte) change);
        return copy;
    }
}
