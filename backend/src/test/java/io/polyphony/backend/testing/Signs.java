package io.polyphony.backend.testing;

import io.polyphony.backend.dataset.archive.Zips;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up pictures of several sizes with none to two coloured signs on a noisy ground, and the signs' boxes. */
public final class Signs {
    private static final Color STOP = new Color(230, 40, 30);
    private static final Color GO = new Color(40, 200, 60);
    private final SplittableRandom random = new SplittableRandom(5);

    private record Sign(boolean stop, int x, int y, int wide, int tall) {
        String written() {
            return "%s %d %d %d %d".formatted(stop ? "stop" : "go", x, y, wide, tall);
        }

        boolean apart(Sign other) {
            return x + wide <= other.x || other.x + other.wide <= x || y + tall <= other.y || other.y + other.tall <= y;
        }
    }

    /** An archive of signs.csv (image, boxes, weather) and its files; every twelfth row has no boxes. */
    public byte[] archive(int rows) {
        var zip = new Zips();
        var csv = new StringBuilder("image,boxes,weather\n");
        for (int row = 0; row < rows; row++) {
            boolean sun = random.nextBoolean();
            var picture = ground(36 + random.nextInt(3) * 8, 32 + random.nextInt(3) * 8, sun);
            var signs = draw(picture, random.nextInt(3));
            zip.add("images/%d.png".formatted(row), Discs.png(picture));
            var cell = signs.isEmpty()
                    ? "[]"
                    : String.join("; ", signs.stream().map(Sign::written).toList());
            csv.append("images/%d.png,%s,%s%n".formatted(row, row % 12 == 7 ? "" : cell, sun ? "sun" : "rain"));
        }
        return zip.add("signs.csv", csv.toString()).bytes();
    }

    /** One more picture of that size, with two signs. */
    public byte[] picture(int width, int height) {
        var picture = ground(width, height, true);
        draw(picture, 2);
        return Discs.png(picture);
    }

    private BufferedImage ground(int width, int height, boolean sun) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            int shade = (sun ? 150 : 70) + random.nextInt(40);
            picture.setRGB(i % width, i / width, new Color(shade, shade, shade).getRGB());
        }
        return picture;
    }

    private List<Sign> draw(BufferedImage picture, int count) {
        var signs = new ArrayList<Sign>();
        var graphics = picture.createGraphics();
        for (int i = 0; i < count; i++) {
            int wide = 9 + random.nextInt(8);
            int tall = 9 + random.nextInt(8);
            var sign = new Sign(
                    random.nextBoolean(),
                    random.nextInt(picture.getWidth() - wide),
                    random.nextInt(picture.getHeight() - tall),
                    wide,
                    tall);
            if (signs.stream().allMatch(sign::apart)) {
                signs.add(sign);
                graphics.setColor(sign.stop ? STOP : GO);
                graphics.fillRect(sign.x, sign.y, wide, tall);
            }
        }
        graphics.dispose();
        return signs;
    }
}
