package io.polyphony.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/** Reads pictures as a person sees them: upright, and in red, green and blue even where the file mixes inks. */
public final class Pictures {
    private static final int INKS = 4;
    private static final long MOST_AT_ONCE = 50_000_000;

    private Pictures() {}

    /**
     * The first picture of a file.
     *
     * @return null where the file is of no {@linkplain PictureKind kind} that is read
     * @throws IOException when it cannot be decoded, or not to its end
     */
    public static @Nullable BufferedImage read(byte[] file) throws IOException {
        return read(file, Integer.MAX_VALUE);
    }

    /**
     * The first picture of a file, thinned out while it is read: so a huge one takes little memory.
     *
     * @param side its longer side may become smaller than the file's, but not smaller than this
     * @return null where the file is of no {@linkplain PictureKind kind} that is read
     * @throws IOException when it cannot be decoded, or not to its end
     */
    public static @Nullable BufferedImage read(byte[] file, int side) throws IOException {
        if (PictureKind.refusal(file) != null) {
            return null;
        }
        return PictureFile.open(file, reader -> {
            int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / side);
            return read(reader, step, file);
        });
    }

    /**
     * Height and width of the upright picture, without decoding its pixels.
     *
     * @throws IOException when the file's head cannot be read
     */
    public static int[] extent(byte[] file) throws IOException {
        return PictureFile.open(file, reader -> extent(reader, file));
    }

    /**
     * Height and width of the upright picture, without decoding its pixels.
     *
     * @param reader with its input set
     * @param file the whole file, whose head says how to hold it
     * @throws IOException when the file's head cannot be read
     */
    public static int[] extent(ImageReader reader, byte[] file) throws IOException {
        int[] stored = {reader.getHeight(0), reader.getWidth(0)};
        return PictureFacts.of(file).lies() ? new int[] {stored[1], stored[0]} : stored;
    }

    /** What is wrong with a file that could not be decoded: not every reader says it. */
    public static String reason(Exception failure) {
        var said = failure.getMessage();
        return failure instanceof EOFException
                ? CutOff.REASON
                : said == null ? failure.getClass().getSimpleName() : said;
    }

    /**
     * The reader's first picture.
     *
     * @param reader with its input set
     * @param step of so many rows and columns one is kept
     * @param file the whole file, whose head says how to hold it
     * @throws IOException when it cannot be decoded, not to its end, or has no levels of at most 16 bits
     */
    public static BufferedImage read(ImageReader reader, int step, byte[] file) throws IOException {
        requireRoom(reader, file);
        var facts = PictureFacts.of(file);
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        var end = new CutOff();
        reader.addIIOReadWarningListener(end);
        var image = stored(reader, parameters, facts);
        end.refuse();
        requireLevels(image);
        return upright(image, facts);
    }

    /** The reader of WebP holds the whole picture, however few of its pixels are wanted: a small file can claim a huge one. */
    private static void requireRoom(ImageReader reader, byte[] file) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (PictureKind.WEBP.marks(file) && pixels > MOST_AT_ONCE) {
            throw new IOException("it says that it has %d x %d pixels, more than are read of a WebP file"
                    .formatted(reader.getWidth(0), reader.getHeight(0)));
        }
    }

    /** Programs for measurements write numbers that nobody says the range of. */
    private static void requireLevels(BufferedImage image) throws IOException {
        int type = image.getRaster().getDataBuffer().getDataType();
        boolean levels = type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT || packed(image);
        if (!levels) {
            throw new IOException(
                    "its pixels are numbers of 32 or more bits or have a sign; save it as a PNG of 8 or 16 bits");
        }
    }

    private static boolean packed(BufferedImage image) {
        return image.getSampleModel() instanceof SinglePixelPackedSampleModel;
    }

    /** Whether it is of grey levels, with or without transparency, and of no palette. */
    public static boolean isGrey(BufferedImage image) {
        return image.getColorModel().getNumColorComponents() == 1;
    }

    private static BufferedImage stored(ImageReader reader, ImageReadParam parameters, PictureFacts facts)
            throws IOException {
        return facts.inks() ? mixed(reader.readRaster(0, parameters), facts) : reader.read(0, parameters);
    }

    /** Cyan, magenta, yellow and black as light, without a profile: what is printed looks a little duller. */
    private static BufferedImage mixed(Raster inks, PictureFacts facts) {
        var image = new BufferedImage(inks.getWidth(), inks.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pixel = new int[INKS];
        for (int y = 0; y < inks.getHeight(); y++) {
            for (int x = 0; x < inks.getWidth(); x++) {
                inks.getPixel(inks.getMinX() + x, inks.getMinY() + y, pixel);
                image.setRGB(x, y, light(pixel, facts));
            }
        }
        return image;
    }

    static int light(int[] stored, PictureFacts facts) {
        var inks = facts.inkTransform() ? withoutTransform(stored) : stored;
        int black = facts.adobe() ? inks[3] : 255 - inks[3];
        int light = 0;
        for (int c = 0; c < 3; c++) {
            int left = facts.adobe() ? inks[c] : 255 - inks[c];
            light = light << 8 | Math.round(left * black / 255f);
        }
        return light;
    }

    /** Lightness and colour of what the inks leave out become the inks (ITU-T T.871, then as libjpeg's YCCK). */
    private static int[] withoutTransform(int[] ycck) {
        double y = ycck[0];
        double blue = ycck[1] - 128;
        double red = ycck[2] - 128;
        return new int[] {
            inverse(y + 1.402 * red), inverse(y - 0.344136 * blue - 0.714136 * red), inverse(y + 1.772 * blue), ycck[3]
        };
    }

    private static int inverse(double light) {
        return 255 - Math.clamp(Math.round(light), 0, 255);
    }

    private static BufferedImage upright(BufferedImage image, PictureFacts facts) {
        if (facts.orientation() == 1) {
            return image;
        }
        int height = facts.lies() ? image.getWidth() : image.getHeight();
        int width = facts.lies() ? image.getHeight() : image.getWidth();
        var source = facts.source(image.getHeight(), image.getWidth());
        var raster = image.getColorModel().createCompatibleWritableRaster(width, height);
        for (int place = 0; place < height * width; place++) {
            int from = source.applyAsInt(place);
            var pixel = image.getRaster().getDataElements(from % image.getWidth(), from / image.getWidth(), null);
            raster.setDataElements(place % width, place / width, pixel);
        }
        return new BufferedImage(image.getColorModel(), raster, image.isAlphaPremultiplied(), null);
    }
}
