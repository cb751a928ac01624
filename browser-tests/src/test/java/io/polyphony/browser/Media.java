package io.polyphony.browser;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small pictures and sounds that tell left from right: a light on one side, a low or a high tone. */
final class Media {
    private static final int SIDE = 16;
    private static final int RATE = 8000;

    private Media() {}

    /** A ZIP with a table {@code picture,sound,side} and its files. */
    static Path zip(Path folder, int rows) throws IOException {
        var file = folder.resolve("sides.zip");
        var table = new StringBuilder("picture,sound,side\n");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int row = 0; row < rows; row++) {
                boolean left = row % 2 == 0;
                put(zip, "p%d.png".formatted(row), picture(left, row));
                put(zip, "s%d.wav".formatted(row), sound(left, row));
                table.append("p%d.png,s%d.wav,%s%n".formatted(row, row, left ? "left" : "right"));
            }
            put(zip, "table.csv", table.toString().getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    static byte[] picture(boolean left, int seed) throws IOException {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(150 + seed % 100, 220, 200));
        graphics.fillRect(left ? 0 : SIDE / 2, 0, SIDE / 2, SIDE);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** A quarter of a second, 16 bit mono. */
    static byte[] sound(boolean left, int seed) {
        int frames = RATE / 4;
        var wav = ByteBuffer.allocate(44 + 2 * frames).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + 2 * frames).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        wav.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(2 * frames);
        double hertz = (left ? 300 : 1800) + seed % 40;
        for (int i = 0; i < frames; i++) {
            wav.putShort((short) (Math.sin(2 * Math.PI * hertz * i / RATE) * 0.6 * Short.MAX_VALUE));
        }
        return wav.array();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
