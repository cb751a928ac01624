package io.polyphony.benchmarks.speed;

import io.polyphony.engine.data.Column;
import io.polyphony.engine.data.FileReader;
import io.polyphony.engine.data.Table;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Rows of chance: their speed is the same as that of real ones, and nobody has to have them. */
final class Rows implements Table {
    private final int count;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Map<String, Column> columns = new LinkedHashMap<>();

    Rows(int count) {
        this.count = count;
    }

    Rows numbers(String name) {
        columns.put(name, new Column.Numbers(random.doubles(count, -1, 1).toArray()));
        return this;
    }

    Rows classes(String name, int classes) {
        return texts(name, row -> "class " + row % classes);
    }

    /** Texts of so many words out of a vocabulary. */
    Rows words(String name, int vocabulary, int length) {
        return texts(
                name,
                _ -> random.ints(length, 0, vocabulary)
                        .mapToObj(word -> "w" + word)
                        .collect(Collectors.joining(" ")));
    }

    private Rows texts(String name, IntFunction<String> text) {
        columns.put(
                name, new Column.Texts(IntStream.range(0, count).mapToObj(text).toArray(String[]::new)));
        return this;
    }

    /** Grey pictures of so many pixels per side. */
    Rows pictures(String name, int size) {
        return pictures(name, size, BufferedImage.TYPE_BYTE_GRAY);
    }

    /** Coloured pictures of so many pixels per side. */
    Rows colours(String name, int size) {
        return pictures(name, size, BufferedImage.TYPE_INT_RGB);
    }

    private Rows pictures(String name, int size, int type) {
        var files = IntStream.range(0, count).mapToObj(_ -> picture(size, type)).toArray(byte[][]::new);
        columns.put(name, new Column.Files(count, new FileReader() {
            @Override
            public byte[] read(int row) {
                return files[row];
            }

            @Override
            public String name(int row) {
                return row + ".png";
            }
        }));
        return this;
    }

    private byte[] picture(int size, int type) {
        var image = new BufferedImage(size, size, type);
        int bands = image.getRaster().getNumBands();
        for (int at = 0; at < size * size * bands; at++) {
            image.getRaster().setSample(at / bands % size, at / bands / size, at % bands, random.nextInt(256));
        }
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int rows() {
        return count;
    }

    @Override
    public Column column(String name) {
        var column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("There is no column (%s), only %s.".formatted(name, columns.keySet()));
        }
        return column;
    }
}
