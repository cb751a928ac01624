package io.polyphony.engine.data;

import io.polyphony.engine.frozen.FrozenFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Small tables and files to test with. */
public final class Samples {

    public static final byte[] NO_FILE = new byte[0];

    private Samples() {}

    /** The name of a network that says the mean of each of three channels of 8 x 8 pixels. */
    public static final String CHANNEL_MEANS = "channel means";

    /** The name of a network that knows two words. */
    public static final String WORDS = "words";

    /** The name of a network that doubles a number. */
    public static final String DOUBLED = "doubled";

    public static Table table(Map<String, Column> columns) {
        var copy = new LinkedHashMap<>(columns);
        return new Table() {
            @Override
            public int rows() {
                return copy.values().iterator().next().rows();
            }

            @Override
            public byte[] encoder(String content) {
                return switch (content) {
                    case DOUBLED -> FrozenFile.product(1, 1, 2);
                    case WORDS ->
                        FrozenFile.words(
                                List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "good", "bad"), 1, 0, 0, 0, 0, 1, -1);
                    default -> FrozenFile.channelMeans(3, 8);
                };
            }

            @Override
            public Column column(String name) {
                var column = copy.get(name);
                if (column == null) {
                    throw new IllegalArgumentException("There is no column (%s).".formatted(name));
                }
                return column;
            }
        };
    }

    public static Column.Texts texts(@Nullable String... values) {
        return new Column.Texts(values);
    }

    public static Column.Numbers numbers(double... values) {
        return new Column.Numbers(values);
    }

    /** Files that carry the names "0.bin", "1.bin", ...; {@link #NO_FILE} is a missing one. */
    public static Column.Files files(byte[]... contents) {
        return new Column.Files(contents.length, new FileReader() {
            @Override
            public byte @Nullable [] read(int row) {
                return contents[row] == NO_FILE ? null : contents[row];
            }

            @Override
            public String name(int row) {
                return row + ".bin";
            }
        });
    }

    /** Four pictures of different shapes, one more, and one that is missing; in the column "picture". */
    static Table pictures(byte[] unseen) {
        return table(Map.of(
                "picture",
                files(
                        greyPng(8, 8, i -> i * 3),
                        colourPng(16, 8, 0xffff0000),
                        colourPng(5, 7, 0x800000ff),
                        greyPng(30, 30, i -> i % 256),
                        unseen,
                        NO_FILE)));
    }

    /** Six rows of a column "sound", the last without a file. */
    static Table sounds(byte[] unseen) {
        return table(Map.of(
                "sound",
                files(
                        wav(8_000, 16, 1, sine(8_000, 440, 0.2)),
                        wav(8_000, 8, 2, sine(8_000, 1000, 0.15)),
                        wav(8_000, 32, 1, sine(8_000, 2000, 0.18)),
                        floatWav(8_000, sine(8_000, 200, 0.1)),
                        unseen,
                        NO_FILE)));
    }

    public static int[] all(int rows) {
        return IntStream.range(0, rows).toArray();
    }

    /** A PNG whose pixels are grey levels 0-255. */
    public static byte[] greyPng(int height, int width, IntFunction<Integer> level) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (var i = 0; i < height * width; i++) {
            image.getRaster().setSample(i % width, i / width, 0, level.apply(i));
        }
        return encoded(image);
    }

    /** A PNG whose pixels are 0xRRGGBB. */
    public static byte[] png(int height, int width, IntFunction<Integer> colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var i = 0; i < height * width; i++) {
            image.setRGB(i % width, i / width, colour.apply(i));
        }
        return encoded(image);
    }

    /** A PNG of one colour with transparency. */
    public static byte[] colourPng(int height, int width, int argb) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (var i = 0; i < height * width; i++) {
            image.setRGB(i % width, i / width, argb);
        }
        return encoded(image);
    }

    /** Labels that are square masks, whose foreground is that share of the leftmost columns. */
    public static TaskLabels masks(int size, int rows, double share) {
        var table = table(Map.of(
                "mask",
                files(Stream.generate(() -> greyPng(size, size, i -> i % size < share * size ? 255 : 0))
                        .limit(rows)
                        .toArray(byte[][]::new))));
        var task = new TaskSpec("mask", TaskType.SEGMENTATION);
        return new MaskCodec(task, List.of("0", "255"), new int[] {0, 255}, false, "image", size)
                .encode(table, all(rows));
    }

    /** Labels that are boxes on square grey pictures; null is a missing cell. */
    public static TaskLabels boxes(int size, @Nullable String... cells) {
        var pictures = Stream.generate(() -> greyPng(size, size, i -> i % 256))
                .limit(cells.length)
                .toArray(byte[][]::new);
        var table = table(Map.of("image", files(pictures), "boxes", texts(cells)));
        var inputs = List.of(new InputSpec("image", Modality.IMAGE, List.of("image")));
        var task = new TaskSpec("boxes", TaskType.DETECTION);
        return BoxCodec.fit(task, table, all(cells.length), inputs, Map.of("image", new PixelFeatures(size, 1)))
                .encode(table, all(cells.length));
    }

    /** One row's mask. */
    static Masks masksOf(int size, byte[] cells) {
        var reader = new Masks.Reader() {
            @Override
            public Mask mask(int row) {
                return new Mask(size, size, cells);
            }

            @Override
            public int[] extent(int row) {
                return new int[] {size, size};
            }
        };
        return new Masks(size, 2, new byte[][] {cells}, reader, new int[] {0});
    }

    private static byte[] encoded(BufferedImage image) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static double[] sine(int rate, double hertz, double seconds) {
        return IntStream.range(0, (int) (rate * seconds))
                .mapToDouble(i -> 0.9 * Math.sin(2 * Math.PI * hertz * i / rate))
                .toArray();
    }

    /** A WAV of integer samples (8, 16, 24 or 32 bits), every channel the same. */
    public static byte[] wav(int rate, int bits, int channels, double[] samples) {
        var data = ByteBuffer.allocate(samples.length * channels * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (var sample : samples) {
            for (var c = 0; c < channels; c++) {
                put(data, bits, sample);
            }
        }
        return riff(1, rate, bits, channels, data.array());
    }

    /** A WAV of 32-bit floating point. */
    public static byte[] floatWav(int rate, double[] samples) {
        var data = ByteBuffer.allocate(samples.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (var sample : samples) {
            data.putFloat((float) sample);
        }
        return riff(3, rate, 32, 1, data.array());
    }

    private static void put(ByteBuffer data, int bits, double sample) {
        var value = Math.round(sample * ((1L << (bits - 1)) - 1));
        if (bits == 8) {
            data.put((byte) (value + 128));
            return;
        }
        for (var shift = 0; shift < bits; shift += 8) {
            data.put((byte) (value >> shift));
        }
    }

    private static byte[] riff(int format, int rate, int bits, int channels, byte[] data) {
        var frame = channels * bits / 8;
        return ByteBuffer.allocate(44 + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36 + data.length)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) format)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * frame)
                .putShort((short) frame)
                .putShort((short) bits)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    /** The numbers of a dense block. */
    public static float[] floats(InputFeatures features, String block) {
        return switch (features.blocks().get(block)) {
            case Block.Dense(int[] shape, float[] values) -> values;
            case null -> throw new AssertionError("There is no block (%s).".formatted(block));
            case Block.Codes codes ->
                throw new AssertionError("The block (%s) holds codes: %s".formatted(block, codes));
        };
    }

    /** The codes of a block of codes. */
    public static int[] codes(InputFeatures features, String block) {
        return switch (features.blocks().get(block)) {
            case Block.Codes(int[] shape, int[] values) -> values;
            case null -> throw new AssertionError("There is no block (%s).".formatted(block));
            case Block.Dense dense ->
                throw new AssertionError("The block (%s) holds numbers: %s".formatted(block, dense));
        };
    }
}
