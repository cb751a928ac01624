package io.polyphony.backend.dataset.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.dataset.ImportRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFormatTest {
    @TempDir
    Path folder;

    @Test
    void the_four_files_of_mnist_become_two_tables() throws IOException {
        var files = new Written.Arrays()
                .add("train-images-idx3-ubyte.gz", packed(idx(0x0803, 2, 8, 8)))
                .add("train-labels-idx1-ubyte.gz", packed(idx(0x0801, 2)))
                .add("README.md", new byte[] {'#'})
                .add("t10k-images-idx3-ubyte", idx(0x0803, 1, 8, 8))
                .add("t10k-labels-idx1-ubyte", idx(0x0801, 1));
        var written = new Written(folder);
        written.write(new IdxFormat(), files);
        assertThat(written.rows("train.jsonl").get(1).get("labels").asInt()).isEqualTo(1);
        assertThat(written.rows("test.jsonl").get(0).get("images").asText()).isEqualTo("test/images/0.png");
        var second = written.picture("train/images/1.png").getRaster();
        assertThat(second.getSample(3, 2, 0)).isEqualTo(64 + 2 * 8 + 3);
    }

    @Test
    void floats_are_read_with_their_largest_byte_first() throws IOException {
        var file = ByteBuffer.allocate(16)
                .putInt(0x0D01)
                .putInt(2)
                .putFloat(1.5f)
                .putFloat(-2)
                .array();
        var written = new Written(folder);
        written.write(new IdxFormat(), new Written.Arrays().add("a-idx1-float", file));
        assertThat(written.rows("rows.jsonl").get(1).get("a").asDouble()).isEqualTo(-2);
        assertThat(written.rows("rows.jsonl").get(0).get("a").asDouble()).isEqualTo(1.5);
    }

    @Test
    void folders_name_parts_as_well() throws IOException {
        var files = new Written.Arrays()
                .add("d/train/x-idx1-ubyte", idx(0x0801, 3))
                .add("d/test/x-idx1-ubyte", idx(0x0801, 2));
        var written = new Written(folder);
        written.write(new IdxFormat(), files);
        assertThat(written.rows("train.jsonl")).hasSize(3);
        assertThat(written.rows("test.jsonl").get(1).get("x").asInt()).isEqualTo(1);
    }

    @Test
    void other_first_bytes_and_cut_files_are_refused() {
        var other = new Written.Arrays().add("a-idx1-ubyte", idx(0x7701, 1));
        assertThatThrownBy(() -> new Written(folder).write(new IdxFormat(), other))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("begin");
        var cut = new Written.Arrays().add("a-idx3-ubyte", new byte[] {0, 0, 8, 3, 0});
        assertThatThrownBy(() -> new Written(folder).write(new IdxFormat(), cut))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("ends within");
    }

    @Test
    void packed_files_that_are_cut_off_are_refused() throws IOException {
        var whole = packed(idx(0x0803, 40, 8, 8));
        var cut = new Written.Arrays().add("a-idx3-ubyte.gz", Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> new Written(folder).write(new IdxFormat(), cut))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("ends before the array does");
    }

    /** An array that counts its bytes. */
    private static byte[] idx(int magic, int... shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        var bytes = ByteBuffer.allocate(4 + 4 * shape.length + size).putInt(magic);
        for (int length : shape) {
            bytes.putInt(length);
        }
        for (int i = 0; i < size; i++) {
            bytes.put((byte) i);
        }
        return bytes.array();
    }

    private static byte[] packed(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
