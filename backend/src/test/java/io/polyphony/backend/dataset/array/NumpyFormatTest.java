package io.polyphony.backend.dataset.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.array.Element.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays that NumPy wrote: see the README beside them. */
class NumpyFormatTest {
    @TempDir
    Path folder;

    private Written written = new Written(Path.of(""));

    @BeforeEach
    void folder() {
        written = new Written(folder);
    }

    @Test
    void every_part_is_a_table_with_a_column_for_each_array() throws IOException {
        written.write(new NumpyFormat(), Written.resource("arrays.npz"));
        assertThat(written.paths())
                .contains("train.jsonl", "test.jsonl", "train/x/0.png", "train/x/2.png", "test/x/1.png")
                .hasSize(2 + 3 + 2);
        var train = written.rows("train.jsonl");
        assertThat(train).hasSize(3);
        assertThat(train.get(0).get("x").asText()).isEqualTo("train/x/0.png");
        assertThat(train.get(1).get("y").asInt()).isEqualTo(1);
        assertThat(train.get(1).get("word").asText()).isEqualTo("grün");
        assertThat(train.get(1).get("half").asText()).isEqualTo("1.5");
        assertThat(written.rows("test.jsonl").get(1).get("word").asText()).isEqualTo("yz");
        assertThat(written.rows("test.jsonl").get(0).get("half").asBoolean()).isTrue();
    }

    @Test
    void numbers_stand_in_columns_whichever_way_they_are_stored() throws IOException {
        written.write(new NumpyFormat(), Written.resource("arrays.npz"));
        var train = written.rows("train.jsonl");
        assertThat(train.get(0).get("f_1").asDouble()).isEqualTo(2.5);
        assertThat(train.get(1).get("f_0").asDouble()).isEqualTo(3);
        assertThat(train.get(1).get("f_1").isNull()).isTrue();
        assertThat(written.rows("test.jsonl").get(1).get("f_1").asInt()).isEqualTo(10);
    }

    @Test
    void measurements_become_a_series_for_each_channel() throws IOException {
        written.write(new NumpyFormat(), Written.resource("arrays.npz"));
        var walk = written.rows("train.jsonl").get(0).get("walk").asText();
        assertThat(walk).startsWith("0 0.5 1 1.5 ").contains(" | 0.25 0.75 1.25 ");
        assertThat(walk.split(" \\| ")[1].split(" ")).hasSize(70);
    }

    @Test
    void pictures_keep_their_pixels() throws IOException {
        written.write(new NumpyFormat(), Written.resource("arrays.npz"));
        var second = written.picture("train/x/1.png");
        assertThat(second.getWidth()).isEqualTo(9);
        assertThat(second.getHeight()).isEqualTo(8);
        int at = 8 * 9 * 3 + (2 * 9 + 4) * 3;
        assertThat(new int[] {second.getRGB(4, 2) >> 16 & 0xFF, second.getRGB(4, 2) & 0xFF})
                .containsExactly(at % 251, (at + 2) % 251);
        assertThat(written.picture("test/x/0.png").getRGB(3, 3))
                .isEqualTo(written.picture("train/x/0.png").getRGB(3, 3));
    }

    @Test
    void whole_numbers_keep_every_digit() {
        var bytes = ByteBuffer.allocate(8).putLong(0, -9_007_199_254_740_993L);
        assertThat(new Element(Kind.SIGNED, 8, ByteOrder.BIG_ENDIAN).written(bytes, 0))
                .isEqualTo("-9007199254740993");
        assertThat(new Element(Kind.UNSIGNED, 8, ByteOrder.BIG_ENDIAN).written(bytes, 0))
                .isEqualTo("18437736874454810623");
        assertThat(new Element(Kind.UNSIGNED, 1, ByteOrder.BIG_ENDIAN).written(bytes, 7))
                .isEqualTo("255");
    }

    @Test
    void objects_of_python_are_refused() {
        assertThatThrownBy(() -> written.write(new NumpyFormat(), Written.resource("objects.npz")))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("objects");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x_train=(2,) y_train=(3,)  | has 3 rows, but x_train has 2",
                "x_train=(2,) names=(2,)    | belongs to no part",
                "x_train=(2,3) x_test=(2,4) | has the shape",
                "x=(1,3,2,5)                | neither pictures nor series",
                "a/x=(2,) b/x=(2,)          | would be the same column",
                "x=()                       | no rows",
                "x=(3000000000,)            | shape",
                "x=(0,3)                    | shape",
                "x=(2000000000,2000000000)  | shape",
                "x=(9,9)                    | ends before"
            })
    void what_does_not_fit_is_named(String arrays, String why) {
        var files = new Written.Arrays();
        for (var array : arrays.split(" ")) {
            files.add(array.split("=")[0] + ".npy", npy(array.split("=")[1]));
        }
        assertThatThrownBy(() -> written.write(new NumpyFormat(), files))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining(why.strip());
    }

    /** Sixty bytes of numbers, whatever the shape says. */
    private static byte[] npy(String shape) {
        var header = "{'descr': '|i1', 'fortran_order': False, 'shape': %s, }\n".formatted(shape);
        var bytes = new byte[10 + header.length() + 60];
        System.arraycopy(
                new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0}, 0, bytes, 0, 10);
        System.arraycopy(header.getBytes(StandardCharsets.US_ASCII), 0, bytes, 10, header.length());
        Arrays.fill(bytes, 10 + header.length(), bytes.length, (byte) -7);
        return bytes;
    }
}
