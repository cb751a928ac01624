package io.polyphony.backend.testing;

import io.polyphony.backend.dataset.archive.Zips;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Made-up pictures of light discs on a dark ground, each with its mask; pictures are of different sizes. */
public final class Discs {
    private final SplittableRandom random = new SplittableRandom(11);

    /** An archive of discs.csv (image, mask, discs, tone) and its files; every twelfth row has no mask. */
    public byte[] archive(int rows) {
        var zip = new Zips();
        var csv = new StringBuilder("image,mask,discs,tone\n");
        for (int row = 0; row < rows; row++) {
            int width = 24 + random.nextInt(3) * 8;
            int height = 20 + random.nextInt(3) * 6;
            var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var mask = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            boolean warm = random.nextBoolean();
            int discs = draw(picture, mask, warm);
            zip.add("images/%d.png".formatted(row), png(picture));
            zip.add("masks/%d.png".formatted(row), png(mask));
            csv.append("images/%d.png,%s,%d,%s%n"
                    .formatted(row, row % 12 == 7 ? "" : "masks/%d.png".formatted(row), discs, warm ? "warm" : "cold"));
        }
        return zip.add("discs.csv", csv.toString()).bytes();
    }

    /** One more picture of that size. */
    public byte[] picture(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        draw(picture, new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), true);
        return png(picture);
    }

    private int draw(BufferedImage picture, BufferedImage mask, boolean warm) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int dark = 20 + random.nextInt(50);
                picture.setRGB(x, y, new Color(dark, dark, dark).getRGB());
            }
        }
        int discs = 1 + random.nextInt(3);
        for (int i = 0; i < discs; i++) {
            int size = 7 + random.nextInt(5);
            int x = random.nextInt(picture.getWidth() - size);
            int y = random.nextInt(picture.getHeight() - size);
            fill(picture, warm ? new Color(240, 200, 160) : new Color(160, 200, 240), x, y, size);
            fill(mask, Color.WHITE, x, y, size);
        }
        return discs;
    }

    private static void fill(BufferedImage image, Color colour, int x, int y, int size) {
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        graphics.setColor(colour);
        graphics.fillOval(x, y, size, size);
        graphics.dispose();
    }

    /** The file of an image. */
    public static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
