package io.polyphony.backend.dataset.wide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.array.Written;
import io.polyphony.backend.dataset.table.FileSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WidePicturesTest {
    private static final int SIDE = 10;

    private final Random random = new Random(5);
    private final List<Scene> scenes =
            Stream.generate(() -> Scene.of(random)).limit(80).toList();

    @TempDir
    Path folder;

    private Written written = new Written(Path.of(""));

    @BeforeEach
    void folder() {
        written = new Written(folder);
    }

    @Test
    void every_row_gets_a_picture_and_keeps_its_other_cells() throws IOException {
        written.write(
                new WidePictures(),
                new Written.Arrays().add("a_train.csv", csv(60, 0)).add("a_test.csv", csv(20, 60)));
        assertThat(written.paths()).contains("a_train.jsonl", "a_test.jsonl").hasSize(2 + 80);
        var first = written.rows("a_test.jsonl").getFirst();
        assertThat(first.get("label").asText()).isEqualTo("class 0");
        assertThat(first.get("note").isNull()).isTrue();
        var picture = written.picture(first.get("image").asText());
        assertThat(picture.getWidth()).isEqualTo(SIDE);
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
            assertThat(picture.getRaster().getSample(pixel % SIDE, pixel / SIDE, 0))
                    .isEqualTo(scenes.get(60).level(pixel / SIDE, pixel % SIDE, SIDE, 0));
        }
    }

    @Test
    void a_cell_that_is_no_pixel_is_named() {
        var odd = new String(csv(60, 0), StandardCharsets.UTF_8)
                .replaceFirst("(?m)^class 1,(\\d+),\\d+", "class 1,$1,dark");
        assertThatThrownBy(() -> write("rows.csv", odd))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.toString()).contains("dark", "pixel1", "rows.csv");
                                }));
    }

    /** Whoever reads the table as it is says what is wrong with its rows. */
    @Test
    void a_table_none_of_whose_rows_fit_is_left_to_others() throws IOException {
        var header = new String(csv(1, 0), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        var file = Files.writeString(folder.resolve("a.csv"), header + "\n1,2\n3,4\n");
        assertThat(new WidePictures().fits(List.of(FileSource.of(file, "a.csv"))))
                .isFalse();
    }

    @Test
    void parts_have_the_same_pixels() {
        var fewer = new String(csv(20, 60), StandardCharsets.UTF_8).replace("pixel7,", "dot7,");
        assertThatThrownBy(() -> written.write(
                        new WidePictures(),
                        new Written.Arrays()
                                .add("train.csv", csv(60, 0))
                                .add("test.csv", fewer.getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("lacks the column (pixel7)");
    }

    private void write(String name, String csv) throws IOException {
        written.write(new WidePictures(), new Written.Arrays().add(name, csv.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] csv(int rows, int first) {
        var header = "label,%s,note\n"
                .formatted(IntStream.range(0, SIDE * SIDE)
                        .mapToObj(i -> "pixel" + i)
                        .collect(Collectors.joining(",")));
        return IntStream.range(first, first + rows)
                .mapToObj(row -> "class %d,%s,\n"
                        .formatted(
                                row % 3,
                                IntStream.of(scenes.get(row).grey(SIDE))
                                        .mapToObj(String::valueOf)
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining("", header, ""))
                .getBytes(StandardCharsets.UTF_8);
    }
}
