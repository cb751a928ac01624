package io.polyphony.backend.dataset.media;

import io.polyphony.media.PictureFile;
import io.polyphony.media.PictureKind;
import io.polyphony.media.Pictures;
import io.polyphony.media.Png;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;

/** Decodes an image completely, so that damage shows at import and not in the middle of a training. */
public final class ImageInspector {
    /** Longest side of a thumbnail in pixels. */
    public static final int THUMBNAIL = 96;
    /** Larger images are refused before they are decoded: a small file can claim a huge picture. */
    static final long MOST_PIXELS = 50_000_000;

    private static final int DECODED_SIDE = 2 * THUMBNAIL;

    private ImageInspector() {}

    /** @throws MediaFault when the image cannot be decoded to its end */
    public static MediaFacts.Image inspect(byte[] bytes) throws MediaFault {
        return reading(bytes, reader -> read(reader, PictureKind.of(bytes).orElseThrow(), bytes));
    }

    /**
     * Width and height in pixels as the image is shown, without decoding these.
     *
     * @throws MediaFault when it is none
     */
    public static int[] size(byte[] bytes) throws MediaFault {
        return reading(bytes, reader -> {
            var extent = Pictures.extent(reader, bytes);
            return new int[] {extent[1], extent[0]};
        });
    }

    private static <T> T reading(byte[] bytes, PictureFile.Use<T, MediaFault> use) throws MediaFault {
        var refusal = PictureKind.refusal(bytes);
        if (refusal != null) {
            throw new MediaFault(refusal);
        }
        try {
            return PictureFile.open(bytes, use);
        } catch (IOException | RuntimeException damaged) { // What readers throw at damage is not written down.
            throw new MediaFault("the image is damaged (%s)".formatted(Pictures.reason(damaged)));
        }
    }

    private static MediaFacts.Image read(ImageReader reader, PictureKind kind, byte[] bytes)
            throws IOException, MediaFault {
        var extent = Pictures.extent(reader, bytes);
        var width = extent[1];
        var height = extent[0];
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            throw new MediaFault("it says that it has %d x %d pixels; at most %d million are read"
                    .formatted(width, height, MOST_PIXELS / 1_000_000));
        }
        var picture = Pictures.read(reader, Math.max(1, Math.max(width, height) / DECODED_SIDE), bytes);
        var levels = kind.keepsLevels() ? Levels.of(picture) : new int[0];
        return new MediaFacts.Image(
                kind.mediaType(), width, height, thumbnail(picture, kind, bytes), Colours.in(picture), levels);
    }

    private static byte[] thumbnail(BufferedImage read, PictureKind kind, byte[] bytes) {
        var picture = Greys.visible(read);
        boolean asItIs = !Greys.deep(read) && kind == PictureKind.PNG;
        if (Math.max(read.getWidth(), read.getHeight()) <= THUMBNAIL && asItIs && bytes.length <= 1 << 16) {
            return bytes;
        }
        var scale = Math.min(1.0, (double) THUMBNAIL / Math.max(picture.getWidth(), picture.getHeight()));
        var w = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var h = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        return Png.bytes(scaled(picture, w, h));
    }

    private static BufferedImage scaled(Image picture, int width, int height) {
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }
}
