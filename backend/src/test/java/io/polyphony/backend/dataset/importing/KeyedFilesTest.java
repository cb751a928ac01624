package io.polyphony.backend.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.archive.ArchiveLimits;
import io.polyphony.backend.dataset.archive.UploadArchive;
import io.polyphony.backend.dataset.archive.Zips;
import io.polyphony.backend.dataset.table.StyledTable;
import io.polyphony.backend.dataset.table.TableFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyedFilesTest {
    private static final int ROWS = 30;

    @TempDir
    Path folder;

    private List<String> columns = List.of();
    private List<String> doubts = List.of();

    @Test
    void an_id_calls_a_file_of_every_kind() throws IOException {
        var rows = rows("id,mood\n", i -> i + ",m" + i % 2, "images/%d.png", "sounds/%d.wav", "notes/%d.txt");
        assertThat(columns).containsExactly("id", "mood", "image", "text", "audio");
        assertThat(rows.get(4)).containsExactly("4", "m0", "images/4.png", "notes/4.txt", "sounds/4.wav");
    }

    @Test
    void what_else_stands_in_names_is_left_out() throws IOException {
        assertThat(rows("id,mood\n", i -> i + ",m" + i % 2, "images/img_%04d.png")
                        .get(7))
                .containsExactly("7", "m1", "images/img_0007.png");
        assertThat(rows("name\n", i -> "P-%d_x".formatted(i), "a/p-%d_x.front.jpg", "a/p-%d_x.back.jpg")
                        .get(7))
                .containsExactly("P-7_x", "a/p-7_x.back.jpg", "a/p-7_x.front.jpg");
        assertThat(columns).containsExactly("name", "a_back", "a_front");
    }

    @Test
    void several_pictures_of_a_row_are_columns_where_most_rows_have_them() throws IOException {
        var zip = zip("id,mood\n", i -> i + ",m" + i % 2, "images/%d-1.jpg", "images/%d-2.jpg");
        IntStream.range(0, 5).forEach(i -> zip.add("images/%d-3.jpg".formatted(i), ""));
        var rows = read(zip);
        assertThat(columns).containsExactly("id", "mood", "images_1", "images_2");
        assertThat(rows.get(2)).containsExactly("2", "m0", "images/2-1.jpg", "images/2-2.jpg");
        assertThat(doubts).singleElement().asString().contains("images/*-3 (image), too, which fewer than half");
    }

    @Test
    void folders_tell_files_of_one_kind_apart_and_rows_may_lack_some() throws IOException {
        var zip = zip("id\n", String::valueOf, "images/%d.png");
        IntStream.range(0, ROWS - 3).forEach(i -> zip.add("masks/%d.png".formatted(i), ""));
        var rows = read(zip);
        assertThat(columns).containsExactly("id", "images", "masks");
        assertThat(rows.get(5)).containsExactly("5", "images/5.png", "masks/5.png");
        assertThat(rows.getLast()).isEqualTo(Arrays.asList("29", "images/29.png", null));
    }

    @Test
    void whole_names_of_one_kind_and_paths_need_no_columns_of_their_own() throws IOException {
        rows("id\n", String::valueOf, "images/%d.png");
        assertThat(columns).as("the column itself names them").containsExactly("id");
        rows("id,file\n", i -> i + ",images/" + i + ".png", "images/%d.png", "notes/%d.txt");
        assertThat(columns).containsExactly("id", "file");
    }

    @Test
    void files_of_one_kind_may_end_otherwise() throws IOException {
        var zip = zip("id\n", String::valueOf, "notes/%d.txt");
        IntStream.range(0, ROWS)
                .forEach(i ->
                        zip.add("images/%d.%s".formatted(i, i % 3 == 0 ? "png" : i % 3 == 1 ? "jpg" : "JPG"), ""));
        var rows = read(zip);
        assertThat(columns).containsExactly("id", "image", "text");
        assertThat(rows.subList(3, 6))
                .extracting(row -> row.get(1))
                .containsExactly("images/3.png", "images/4.jpg", "images/5.JPG");
    }

    @Test
    void codes_are_taken_whole() throws IOException {
        IntFunction<String> code = i -> "a%d-b7c8d9-e0f%d-1a2b".formatted(i, i);
        var zip = new Zips()
                .add("t.csv", "id\n" + IntStream.range(0, ROWS).mapToObj(code).collect(Collectors.joining("\n")));
        IntStream.range(0, ROWS)
                .forEach(i -> zip.add("i/" + code.apply(i) + ".png", "").add("s/" + code.apply(i) + ".wav", ""));
        assertThat(read(zip).get(9))
                .containsExactly(
                        code.apply(9), "i/%s.png".formatted(code.apply(9)), "s/%s.wav".formatted(code.apply(9)));
    }

    @Test
    void classes_are_no_ids() throws IOException {
        rows("label,size\n", i -> i % 5 + "," + (1000 + i), "images/%d.png", "sounds/%d.wav");
        assertThat(columns).containsExactly("label", "size");
    }

    @Test
    void files_below_the_table_come_before_others_of_the_same_numbers() throws IOException {
        var zip = new Zips()
                .add(
                        "test/t.csv",
                        "id\n"
                                + IntStream.range(0, ROWS)
                                        .mapToObj(String::valueOf)
                                        .reduce("", (a, b) -> a + b + "\n"));
        IntStream.range(0, ROWS)
                .forEach(i -> zip.add("train/i%d.png".formatted(i), "").add("test/i%d.png".formatted(i), ""));
        assertThat(read(zip, "test/t.csv").get(3)).containsExactly("3", "test/i3.png");
        assertThat(columns).containsExactly("id", "image");
        assertThat(doubts).isEmpty();
    }

    private List<List<String>> rows(String header, IntFunction<String> row, String... files) throws IOException {
        return read(zip(header, row, files));
    }

    private static Zips zip(String header, IntFunction<String> row, String... files) {
        var table = new StringBuilder(header);
        IntStream.range(0, ROWS).forEach(i -> table.append(row.apply(i)).append('\n'));
        var zip = new Zips().add("t.csv", table.toString());
        for (var file : files) {
            IntStream.range(0, ROWS).forEach(i -> zip.add(file.formatted(i), ""));
        }
        return zip;
    }

    private List<List<String>> read(Zips zip) throws IOException {
        return read(zip, "t.csv");
    }

    private List<List<String>> read(Zips zip, String name) throws IOException {
        var file = Files.write(folder.resolve("a.zip"), zip.bytes());
        try (var archive = UploadArchive.open(file, "a.zip", ArchiveLimits.DEFAULT)) {
            var table = KeyedFiles.of(TableFormats.open(archive.source(name)), archive, false);
            columns = table.columns();
            doubts = StyledTable.of(table).written().stream()
                    .flatMap(written -> written.doubts().stream())
                    .toList();
            var rows = new ArrayList<List<String>>();
            table.forEach((row, cells) -> rows.add(Arrays.asList(cells.clone())), new Problems());
            return rows;
        }
    }
}
