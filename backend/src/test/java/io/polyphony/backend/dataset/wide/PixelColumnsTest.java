package io.polyphony.backend.dataset.wide;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.dataset.array.Raster;
import io.polyphony.backend.dataset.table.DelimitedTable;
import io.polyphony.backend.dataset.table.FileSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PixelColumnsTest {
    private static final int ROWS = 120;

    @TempDir
    Path folder;

    private final Random random = new Random(3);

    @Test
    void pixels_of_grey_pictures_are_told_with_and_without_a_header() throws IOException {
        var raster = new Raster(12, 12, 1, false, 0, 255);
        assertThat(pixels(144, true, _ -> Scene.of(random).grey(12))).hasValue(new PixelColumns(1, raster));
        assertThat(pixels(144, false, _ -> Scene.of(random).grey(12)))
                .as("the class is numbered with the pixels")
                .hasValue(new PixelColumns(1, raster));
    }

    @Test
    void colours_may_alternate_or_come_plane_by_plane() throws IOException {
        assertThat(pixels(432, true, _ -> Scene.of(random).coloured(12, false)))
                .hasValue(new PixelColumns(1, new Raster(12, 12, 3, false, 0, 255)));
        assertThat(pixels(432, true, _ -> Scene.of(random).coloured(12, true)))
                .hasValue(new PixelColumns(1, new Raster(12, 12, 3, true, 0, 255)));
    }

    @Test
    void what_is_white_is_told_by_the_cells() throws IOException {
        assertThat(pixels(
                        144,
                        true,
                        _ -> IntStream.of(Scene.of(random).grey(12))
                                .map(level -> level / 16)
                                .toArray()))
                .map(PixelColumns::raster)
                .hasValue(new Raster(12, 12, 1, false, 0, 16));
    }

    @Test
    void a_square_number_of_other_columns_is_no_picture() throws IOException {
        assertThat(pixels(144, true, _ -> random.ints(144, 1, 6).toArray()))
                .as("answers to questions")
                .isEmpty();
        assertThat(pixels(144, true, _ -> survey(12)))
                .as("scales that take turns")
                .isEmpty();
        assertThat(pixels(144, true, _ -> course(144, 40))).as("a course").isEmpty();
        assertThat(pixels(144, true, _ -> course(144, 7)))
                .as("a course that comes again")
                .isEmpty();
        assertThat(pixels(150, true, _ -> course(150, 40))).as("no square").isEmpty();
    }

    /** Answers to a dozen questions each on a dozen things, in turns. */
    private int[] survey(int things) {
        int[] views = random.ints(things, 1, 6).toArray();
        return IntStream.range(0, things * things)
                .map(i -> Math.clamp(views[i % things] + random.nextInt(-1, 2), 1, 5))
                .toArray();
    }

    private int[] course(int steps, double period) {
        double phase = random.nextDouble(Math.TAU);
        return IntStream.range(0, steps)
                .map(i -> (int) (120 + 90 * Math.sin(phase + Math.TAU * i / period) + random.nextInt(20)))
                .toArray();
    }

    private Optional<PixelColumns> pixels(int width, boolean header, Function<Integer, int[]> cells)
            throws IOException {
        var rows = IntStream.range(0, ROWS)
                .mapToObj(row -> row % 4 + ","
                        + IntStream.of(cells.apply(row))
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining(",")));
        var names =
                "label," + IntStream.range(0, width).mapToObj(i -> "pixel" + i).collect(Collectors.joining(","));
        var text = (header ? names + "\n" : "") + rows.collect(Collectors.joining("\n"));
        var file = Files.writeString(folder.resolve("t.csv"), text);
        return PixelColumns.of(DelimitedTable.open(FileSource.of(file, "t.csv")));
    }
}
