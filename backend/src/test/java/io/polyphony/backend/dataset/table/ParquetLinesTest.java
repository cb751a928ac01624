package io.polyphony.backend.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetLinesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "zstd", "gzip", "none"})
    void cells_come_as_a_csv_would_have_them(String packed) throws IOException {
        var table = TableFormats.open(file("rooms-%s.parquet".formatted(packed)));
        assertThat(table.columns())
                .containsExactly(
                        "room", "size", "price", "open", "since", "seen", "cost", "wave", "tags", "at.x", "at.y");
        assertThat(rows(table))
                .containsExactly(
                        Arrays.asList(
                                "blue",
                                "12",
                                "0.1",
                                "true",
                                "2024-05-31",
                                "2024-05-31T13:45",
                                "12.30",
                                "[1.5, 2.0]",
                                "a; b",
                                "1",
                                "n"),
                        Arrays.asList("rot \"1\"", null, null, "false", null, null, null, null, "[]", null, null),
                        Arrays.asList(
                                null,
                                "9007199254740993",
                                null,
                                null,
                                "1999-12-01",
                                null,
                                null,
                                "[3.0]",
                                null,
                                null,
                                "s"));
    }

    @Test
    void the_first_bytes_tell_a_file_of_another_name() throws IOException {
        var bytes = Files.readAllBytes(path("rooms-snappy.parquet"));
        var file = FileSource.of(Files.write(folder.resolve("upload"), bytes), "upload");
        assertThat(rows(TableFormats.open(file))).hasSize(3);
    }

    @Test
    void bytes_within_a_table_are_refused_with_a_cure() {
        assertThatThrownBy(() -> TableFormats.open(file("bytes.parquet")))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("holds bytes")
                .hasMessageContaining("ZIP");
    }

    @Test
    void a_file_that_is_cut_off_or_damaged_is_refused() throws IOException {
        var whole = Files.readAllBytes(path("rooms-snappy.parquet"));
        var cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> TableFormats.open(FileSource.of(cut, "cut.parquet")))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("cannot be read");
    }

    /** Bits of some pages make the library wait for ever, which an import must not. */
    @Test
    void a_damaged_page_ends_in_rows_or_a_refusal() throws IOException {
        var whole = Files.readAllBytes(path("rooms-snappy.parquet"));
        var lost = 0;
        for (int at = 4; at < whole.length; at += 37) {
            var damaged = whole.clone();
            damaged[at] ^= 0x55;
            var file = FileSource.of(Files.write(folder.resolve("d.parquet"), damaged), "d.parquet");
            try {
                rows(JsonRows.open(new ParquetLines(file, Duration.ofMillis(300))));
            } catch (ImportRefused refused) {
                lost += String.valueOf(refused.getMessage()).contains("nothing came") ? 1 : 0;
            }
        }
        assertThat(lost).as("pages that were never decoded").isPositive();
    }

    private static Path path(String name) {
        try {
            return Path.of(Objects.requireNonNull(ParquetLinesTest.class.getResource("/tables/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static FileSource file(String name) {
        return FileSource.of(path(name), name);
    }

    private static List<List<String>> rows(RowSource table) throws IOException {
        var rows = new ArrayList<List<String>>();
        table.forEach((row, cells) -> rows.add(Arrays.asList(cells.clone())), new Problems());
        return rows;
    }
}
