package io.polyphony.backend.dataset.media;

import io.polyphony.media.PictureFacts;
import io.polyphony.media.PictureKind;
import io.polyphony.media.Pictures;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes an image completely, so that damage shows at import and not in the middle of a training. */
public final class ImageInspector {
    /** Longest side of a thumbnail in pixels. */
    public static final int THUMBNAIL = 96;
    /** Larger images are refused before they are decoded: a small file can claim a huge picture. */
    static final long MOST_PIXELS = 50_000_000;

    private static final int DECODED_SIDE = 2 * THUMBNAIL;
    private static final Map<String, String> TYPES =
            Map.of("png", "image/png", "jpeg", "image/jpeg", "gif", "image/gif", "bmp", "image/bmp");

    private ImageInspector() {}

    /** @throws MediaFault when the image cannot be decoded to its end */
    public static MediaFacts.Image inspect(byte[] bytes) throws MediaFault {
        return reading(bytes, ImageInspector::read);
    }

    /**
     * Width and height in pixels as the image is shown, without decoding these.
     *
     * @throws MediaFault when it is none
     */
    public static int[] size(byte[] bytes) throws MediaFault {
        return reading(bytes, ImageInspector::size);
    }

    /** Reads something of an image. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(ImageReader reader, ImageInputStream in, byte[] bytes) throws IOException, MediaFault;
    }

    private static <T> T reading(byte[] bytes, Reading<T> reading) throws MediaFault {
        var refusal = PictureKind.refusal(bytes);
        if (refusal != null) {
            throw new MediaFault(refusal);
        }
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            var reader = readers.next();
            try {
                return reading.of(reader, in, bytes);
            } finally {
                reader.dispose();
            }
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NoSuchElementException
                | NegativeArraySizeException damaged) {
            throw new MediaFault("the image is damaged (%s)".formatted(Pictures.reason(damaged)));
        }
    }

    private static MediaFacts.Image read(ImageReader reader, ImageInputStream in, byte[] bytes)
            throws IOException, MediaFault {
        var type = TYPES.get(reader.getFormatName().toLowerCase(Locale.ROOT));
        if (type == null) {
            throw new MediaFault("images of the kind %s are not supported".formatted(reader.getFormatName()));
        }
        var size = size(reader, in, bytes);
        var width = size[0];
        var height = size[1];
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            throw new MediaFault("it says that it has %d x %d pixels; at most %d million are read"
                    .formatted(width, height, MOST_PIXELS / 1_000_000));
        }
        var picture = decode(reader, width, height, bytes);
        var levels = type.equals("image/jpeg") ? new int[0] : Levels.of(picture); // A JPEG keeps no levels.
        return new MediaFacts.Image(
                type, width, height, thumbnail(picture, width, height, type, bytes), Colours.in(picture), levels);
    }

    private static int[] size(ImageReader reader, ImageInputStream in, byte[] bytes) throws IOException {
        reader.setInput(in, true, true);
        return PictureFacts.of(bytes).lies()
                ? new int[] {reader.getHeight(0), reader.getWidth(0)}
                : new int[] {reader.getWidth(0), reader.getHeight(0)};
    }

    private static BufferedImage decode(ImageReader reader, int width, int height, byte[] bytes) throws IOException {
        var parameters = reader.getDefaultReadParam();
        var step = Math.max(1, Math.max(width, height) / DECODED_SIDE);
        parameters.setSourceSubsampling(step, step, 0, 0);
        return Pictures.read(reader, parameters, bytes);
    }

    private static byte[] thumbnail(BufferedImage read, int width, int height, String type, byte[] bytes)
            throws IOException {
        var picture = Greys.visible(read);
        boolean asItIs = !Greys.deep(read) && type.equals("image/png");
        if (Math.max(width, height) <= THUMBNAIL && asItIs && bytes.length <= 1 << 16) {
            return bytes;
        }
        var scale = Math.min(1.0, (double) THUMBNAIL / Math.max(picture.getWidth(), picture.getHeight()));
        var w = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var h = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var out = new ByteArrayOutputStream();
        ImageIO.write(scaled(picture, w, h), "png", out);
        return out.toByteArray();
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
