package io.polyphony.benchmarks.accuracy;

import io.polyphony.benchmarks.RawTable;
import io.polyphony.benchmarks.Scenario;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.data.TaskType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** 70,000 written digits of 28 x 28 points in the files that LeCun gave out; the last 10,000 are for the test. */
final class Mnist {
    private static final int TRAIN = 60_000;
    private static final int ALL = 70_000;

    private Mnist() {}

    static List<Scenario> load(Path folder) throws IOException {
        var images = new HashMap<String, byte[]>();
        var cells = new LinkedHashMap<String, @Nullable String[]>();
        cells.put("image", IntStream.range(0, ALL).mapToObj(String::valueOf).toArray(String[]::new));
        cells.put("digit", new @Nullable String[ALL]);
        read(folder, "train", 0, images, cells.get("digit"));
        read(folder, "t10k", TRAIN, images, cells.get("digit"));
        var table = new RawTable(ALL, cells, new LinkedHashMap<>()).withFiles("image", images);
        return List.of(new Scenario(
                "mnist",
                table,
                IntStream.range(0, TRAIN).toArray(),
                IntStream.range(TRAIN, ALL).toArray(),
                List.of(new InputSpec("image", Modality.IMAGE, List.of("image"))),
                List.of(new TaskSpec("digit", TaskType.MULTICLASS)),
                null));
    }

    private static void read(
            Path folder, String part, int from, Map<String, byte[]> images, @Nullable String @Nullable [] digits)
            throws IOException {
        try (var pixels = open(folder.resolve(part + "-images-idx3-ubyte.gz"));
                var labels = open(folder.resolve(part + "-labels-idx1-ubyte.gz"))) {
            pixels.readInt();
            labels.readLong();
            int count = pixels.readInt();
            int rows = pixels.readInt();
            int columns = pixels.readInt();
            for (int i = 0; i < count; i++) {
                images.put(String.valueOf(from + i), png(pixels.readNBytes(rows * columns), columns, rows));
                if (digits != null) {
                    digits[from + i] = String.valueOf(labels.readUnsignedByte());
                }
            }
        }
    }

    private static DataInputStream open(Path file) throws IOException {
        return new DataInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16));
    }

    private static byte[] png(byte[] pixels, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
