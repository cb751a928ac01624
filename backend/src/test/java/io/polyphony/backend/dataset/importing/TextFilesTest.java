package io.polyphony.backend.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.archive.ArchiveLimits;
import io.polyphony.backend.dataset.archive.MediaFiles;
import io.polyphony.backend.dataset.archive.UploadArchive;
import io.polyphony.backend.dataset.archive.Zips;
import io.polyphony.backend.dataset.table.TableFormats;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {
    @TempDir
    Path folder;

    @Test
    void cells_that_name_texts_hold_what_is_written_there() throws IOException {
        var zip = new Zips()
                .add("t.csv", "report,kind\nreports/1.txt,a\n2.TXT,b\n,a\nreports/3.txt,b\n")
                .add("reports/1.txt", "\uFEFF Two lungs,\nboth \"clear\". \n")
                .add("reports/2.TXT", "Entzündung".getBytes(Charset.forName("windows-1252")))
                .add("reports/3.txt", "");
        assertThat(rows(zip))
                .containsExactly(
                        List.of("Two lungs,\nboth \"clear\".", "a"),
                        List.of("Entzündung", "b"),
                        Arrays.asList(null, "a"),
                        Arrays.asList(null, "b"));
    }

    @Test
    void a_column_that_also_says_other_things_stays_as_it_is() throws IOException {
        var zip = new Zips().add("t.csv", "note\n1.txt\nnothing to see\n").add("1.txt", "text");
        assertThat(rows(zip)).containsExactly(List.of("1.txt"), List.of("nothing to see"));
    }

    @Test
    void a_text_that_is_missing_is_told_with_its_row() throws IOException {
        var zip = new Zips().add("t.csv", "note\n1.txt\n2.txt\n").add("1.txt", "text");
        assertThatThrownBy(() -> rows(zip))
                .isInstanceOfSatisfying(
                        ImportRefused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .extracting(FieldProblem::row, FieldProblem::column)
                                .containsExactly(3L, "note"));
    }

    @Test
    void what_is_no_text_is_refused() {
        var zip = new Zips().add("t.csv", "note\n1.txt\n").add("1.txt", new byte[] {1, 0, 2, 0, 0, 3});
        assertThatThrownBy(() -> rows(zip)).isInstanceOf(ImportRefused.class).hasMessageContaining("no text");
    }

    @Test
    void folders_of_texts_are_classes() throws IOException {
        var file = Files.write(
                folder.resolve("x.zip"),
                new Zips()
                        .add("pos/1.txt", "A fine film.")
                        .add("neg/1.txt", "A dull film.".getBytes(StandardCharsets.UTF_8))
                        .bytes());
        try (var archive = UploadArchive.open(file, "x.zip", ArchiveLimits.DEFAULT)) {
            var rows = new ArrayList<List<String>>();
            ArchiveTables.of("x.zip", archive)
                    .forEach((row, cells) -> rows.add(Arrays.asList(cells.clone())), new Problems());
            assertThat(rows).containsExactly(List.of("A fine film.", "pos"), List.of("A dull film.", "neg"));
        }
    }

    private List<List<String>> rows(Zips zip) throws IOException {
        var rows = new ArrayList<List<String>>();
        var file = Files.write(folder.resolve("x.zip"), zip.bytes());
        var problems = new Problems();
        try (var archive = UploadArchive.open(file, "x.zip", ArchiveLimits.DEFAULT)) {
            var files = new MediaFiles(archive, "t.csv");
            TextFiles.of(TableFormats.open(archive.source("t.csv")), archive, files)
                    .forEach((row, cells) -> rows.add(Arrays.asList(cells.clone())), problems);
        }
        problems.refuseIfAny();
        return rows;
    }
}
