package io.polyphony.engine.data;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads the masks of one table, and the sizes of their pictures; remembers masks for as long as there is memory. */
final class MaskReader implements Masks.Reader {
    private static final int MOST_PIXELS = 1024;
    /** Sides in proportion may differ by rounding: by one pixel, or by this share. */
    private static final double ROUNDING = 0.02;

    private final String target;
    private final @Nullable MediaColumn masks;
    private final @Nullable MediaColumn pictures;
    private final int size;
    private final Map<Integer, SoftReference<Mask>> remembered = new ConcurrentHashMap<>();
    private final Palette palette;

    /** Codes to classes. */
    record Palette(Map<Integer, Byte> index, boolean coloured) {
        byte classOf(int code, boolean asColour) {
            var key = coloured && !asColour ? code * 0x010101 : code;
            return index.getOrDefault(key, Mask.UNKNOWN);
        }
    }

    MaskReader(Table table, String target, String picture, int size, Palette palette) {
        this.target = target;
        this.masks = table.has(target) ? MediaColumn.of(table, target) : null;
        this.pictures = table.has(picture) ? MediaColumn.of(table, picture) : null;
        this.size = size;
        this.palette = palette;
    }

    /** The raw codes of a row's mask, of the shape of its picture; null where there is none. */
    MaskDecoder.@Nullable Codes codes(int row) {
        var codes = masks == null ? null : masks.decode(row, MaskDecoder::decode);
        if (codes != null) {
            requireShape(row, codes);
        }
        return codes;
    }

    private void requireShape(int row, MaskDecoder.Codes codes) {
        var picture = pictureExtent(row);
        if (picture == null) {
            return;
        }
        if (!alike(codes, picture[0], picture[1])) {
            requireTurned(row, codes, picture);
            throw new IllegalArgumentException(
                    "The mask (%s) of the target (%s) has %d x %d pixels, but its picture has %d x %d, which is another shape.%nMaybe the files of two rows were mixed up."
                            .formatted(name(row), target, codes.width(), codes.height(), picture[1], picture[0]));
        }
    }

    private static boolean alike(MaskDecoder.Codes codes, int height, int width) {
        var tall = (double) codes.height() * width;
        var wide = (double) codes.width() * height;
        return Math.abs(tall - wide) <= ROUNDING * Math.max(tall, wide) || Math.abs(tall - wide) / width <= 1;
    }

    /** A camera that was held on its side leaves it to the file's Exif orientation to turn the picture. */
    private void requireTurned(int row, MaskDecoder.Codes codes, int[] picture) {
        var lies = pictures == null ? null : pictures.decode(row, ImageDecoder::lies);
        if (Boolean.TRUE.equals(lies) && alike(codes, picture[1], picture[0])) {
            throw new IllegalArgumentException(
                    "The mask (%s) of the target (%s) has %d x %d pixels, as its picture has in the file, but the picture's Exif orientation turns it to %d x %d and the mask has no such orientation.%nMaybe the mask was drawn over the picture as it is stored: turn the mask, or give it the picture's orientation."
                            .formatted(name(row), target, codes.width(), codes.height(), picture[1], picture[0]));
        }
    }

    private int @Nullable [] pictureExtent(int row) {
        return pictures == null ? null : pictures.decode(row, ImageDecoder::extent);
    }

    String name(int row) {
        return masks == null ? "data row " + (row + 1) : masks.reader().name(row);
    }

    /** The row's {@link Masks#cells} on the network's square; null where there is no mask. */
    byte @Nullable [] fitted(int row) {
        var codes = codes(row);
        if (codes == null) {
            return null;
        }
        return palette.index().size() == 2
                ? mask(codes).shares(size, 1)
                : mask(codes).majorities(size);
    }

    @Override
    public @Nullable Mask mask(int row) {
        var known = remembered.get(row);
        var mask = known == null ? null : known.get();
        if (mask != null) {
            return mask;
        }
        var codes = codes(row);
        if (codes == null) {
            return null;
        }
        var read = mask(codes).within(MOST_PIXELS);
        remembered.put(row, new SoftReference<>(read));
        return read;
    }

    @Override
    public int[] extent(int row) {
        var extent = pictureExtent(row);
        return extent == null ? new int[] {size, size} : extent;
    }

    private Mask mask(MaskDecoder.Codes codes) {
        var classes = new byte[codes.codes().length];
        for (var i = 0; i < classes.length; i++) {
            classes[i] = palette.classOf(codes.codes()[i], codes.coloured());
        }
        return new Mask(codes.height(), codes.width(), classes);
    }
}
