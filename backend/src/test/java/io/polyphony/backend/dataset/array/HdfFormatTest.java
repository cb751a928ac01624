package io.polyphony.backend.dataset.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.dataset.ImportRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrays that h5py wrote: see the README beside them. */
class HdfFormatTest {
    @TempDir
    Path folder;

    private Written written = new Written(Path.of(""));

    @BeforeEach
    void folder() {
        written = new Written(folder);
    }

    @Test
    void every_part_is_a_table_with_a_column_for_each_array() throws IOException {
        read("arrays.h5");
        assertThat(written.paths()).as("names of classes are no rows").hasSize(2 + 4);
        var train = written.rows("train.jsonl");
        assertThat(train).hasSize(3);
        assertThat(train.get(2).get("set_y").asInt()).isEqualTo(1);
        assertThat(train.get(1).get("set_word").asText()).isEqualTo("grün");
        assertThat(written.rows("test.jsonl").getFirst().get("set_word").asText())
                .isEqualTo("yz");
    }

    @Test
    void pictures_keep_their_pixels_packed_in_chunks_or_not() throws IOException {
        read("arrays.h5");
        for (int row = 0; row < 4; row++) {
            var path = row < 3 ? "train/set_x/%d.png".formatted(row) : "test/set_x/0.png";
            var pixel = written.picture(path).getRGB(4, 2);
            int at = row * 8 * 9 * 3 + (2 * 9 + 4) * 3;
            assertThat(new int[] {pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF})
                    .containsExactly(at % 256, (at + 1) % 256, (at + 2) % 256);
        }
    }

    @Test
    void groups_are_parts_and_numbers_are_cells() throws IOException {
        read("groups.h5");
        var rows = written.rows("train.jsonl");
        assertThat(rows).hasSize(5);
        assertThat(rows.get(1).get("walk").asText()).startsWith("1 1.5 2 2.5 ");
        assertThat(rows.get(0).get("f_1").asDouble()).isEqualTo(2.5);
        assertThat(rows.get(1).get("f_1").isNull()).isTrue();
        assertThat(rows.get(1).get("ok").asText()).isEqualToIgnoringCase("false");
    }

    @Test
    void what_is_cut_off_or_something_else_is_refused() throws IOException {
        var whole = Written.resource("arrays.h5");
        // The last few bytes are none of any array's.
        for (int length = 200; length < whole.length - 200; length += 700) {
            var cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read("a.h5", cut))
                    .as("cut at %d", length)
                    .isInstanceOf(ImportRefused.class)
                    .hasMessageContaining("Maybe it was cut off");
        }
        assertThatThrownBy(() -> read("a.h5", new byte[5000]))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("none of HDF5");
    }

    private void read(String name) throws IOException {
        read(name, Written.resource(name));
    }

    private void read(String name, byte[] content) throws IOException {
        written.write(new HdfFormat(), new Written.Arrays().add(name, content));
    }
}
