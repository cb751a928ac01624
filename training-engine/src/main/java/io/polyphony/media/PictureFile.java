package io.polyphony.media;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Opens the file of a picture with the reader for its kind, and closes both. */
public final class PictureFile {

    private PictureFile() {}

    /** What is done with an open file. */
    @FunctionalInterface
    public interface Use<T, E extends Exception> {
        /** @param reader with its input set; not to be kept */
        T of(ImageReader reader) throws IOException, E;
    }

    /** @throws IOException where there is no reader for the file, or as the use does */
    public static <T, E extends Exception> T open(byte[] file, Use<T, E> use) throws IOException, E {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(ColourProfile.hidden(file)))) {
            var reader = reader(file, stream);
            try {
                reader.setInput(stream, false, true);
                return use.of(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Java's own readers; and of WebP by name, since where the list of readers is made decides what others are on it. */
    private static ImageReader reader(byte[] file, ImageInputStream stream) throws IOException {
        if (PictureKind.WEBP.marks(file)) {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
        var readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            throw new IOException("nobody can read its head");
        }
        return readers.next();
    }
}
