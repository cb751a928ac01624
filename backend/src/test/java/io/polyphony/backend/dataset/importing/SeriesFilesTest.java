package io.polyphony.backend.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.archive.ArchiveLimits;
import io.polyphony.backend.dataset.archive.FolderTable;
import io.polyphony.backend.dataset.archive.MediaFiles;
import io.polyphony.backend.dataset.archive.UploadArchive;
import io.polyphony.backend.dataset.archive.Zips;
import io.polyphony.backend.dataset.table.RowSource;
import io.polyphony.backend.dataset.table.TableFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesFilesTest {
    @TempDir
    Path folder;

    private static Zips walks() {
        return new Zips()
                .add("rec/a.csv", "clock,x,y\n10:00,1,0.5\n10:01,2,\n10:02,3,-1e2\n")
                .add("rec/b.csv", "clock,x,y\n10:00,4,7\n");
    }

    @Test
    void a_cell_that_names_a_recording_holds_a_channel_for_each_of_its_columns_of_numbers() throws IOException {
        var zip = walks().add("labels.csv", "who,rec,fell\nann,rec/a.csv,yes\nbob,b.csv,no\neve,,no\n");
        assertThat(index(zip)).isEqualTo("labels.csv");
        assertThat(columns(zip)).containsExactly("who", "rec", "fell");
        assertThat(rows(zip))
                .containsExactly(
                        List.of("ann", "1 2 3 | 0.5 nan -1e2", "yes"),
                        List.of("bob", "4 | 7", "no"),
                        Arrays.asList("eve", null, "no"));
    }

    @Test
    void names_may_lack_their_ending() throws IOException {
        var zip = new Zips().add("1.csv", "v\n1\n2\n").add("2.csv", "v\n3\n1\n").add("z.csv", "id,kind\n1,a\n2,b\n");
        assertThat(index(zip)).isEqualTo("z.csv");
        assertThat(columns(zip)).containsExactly("id", "kind");
        assertThat(rows(zip)).containsExactly(List.of("1 2", "a"), List.of("3 1", "b"));
    }

    @Test
    void a_missing_recording_is_told_with_its_row() {
        var zip = walks().add("labels.csv", "rec,fell\nrec/a.csv,yes\nrec/b.csv,no\nrec/c.csv,no\n");
        assertThatThrownBy(() -> rows(zip)).isInstanceOfSatisfying(ImportRefused.class, refused -> {
            var problem = refused.problems().getFirst();
            assertThat(problem.row()).isEqualTo(4);
            assertThat(problem.column()).isEqualTo("rec");
        });
    }

    @Test
    void recordings_that_do_not_match_and_tables_that_nobody_names_are_refused_by_name() {
        var labels = "rec,fell\nrec/a.csv,yes\nrec/b.csv,no\n";
        assertThatThrownBy(() -> rows(walks().add("labels.csv", labels).add("more.csv", "p,q\n1,2\n")))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("No row of the table (labels.csv)");
        var other = new Zips().add("rec/a.csv", "x\n1\n").add("rec/b.csv", "y\n1\n");
        assertThatThrownBy(() -> rows(other.add("labels.csv", labels)))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("[y]");
        assertThatThrownBy(() -> rows(new Zips()
                        .add("rec/a.csv", "x\nup\n")
                        .add("rec/b.csv", "x\nup\n")
                        .add("labels.csv", labels)))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("numbers alone");
        var words = new Zips().add("rec/a.csv", "x\n1\n").add("rec/b.csv", "x\nup\n");
        assertThatThrownBy(() -> rows(words.add("labels.csv", labels)))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("something else than numbers");
    }

    @Test
    void folders_of_recordings_are_classes() throws IOException {
        var zip = new Zips()
                .add("walk/1.csv", "x,y\n1,2\n3,4\n")
                .add("walk/2.csv", "x,y\n1,2\n")
                .add("run/1.csv", "x,y\n5,6\n")
                .add("run/2.csv", "x,y\n7,8\n");
        try (var archive = open(zip)) {
            var tables = tables(archive);
            assertThat(NamedTables.index(archive, tables)).isEmpty();
            var folders = FolderTable.ofRecordings("x.zip", tables).orElseThrow();
            var table = SeriesFiles.of(folders, archive, new MediaFiles(archive, ""), tables);
            assertThat(table.columns()).containsExactly("series", "label");
            assertThat(rows(table)).contains(List.of("1 3 | 2 4", "walk"), List.of("7 | 8", "run"));
        }
    }

    @Test
    void tables_side_by_side_are_no_recordings() throws IOException {
        var zip = new Zips().add("train.csv", "a,b\n1,2\n").add("test.csv", "a,b\n1,2\n");
        try (var archive = open(zip)) {
            assertThat(NamedTables.index(archive, tables(archive))).isEmpty();
            assertThat(FolderTable.ofRecordings("x.zip", tables(archive))).isEmpty();
        }
    }

    private String index(Zips zip) throws IOException {
        try (var archive = open(zip)) {
            return NamedTables.index(archive, tables(archive)).orElseThrow();
        }
    }

    private List<String> columns(Zips zip) throws IOException {
        try (var archive = open(zip)) {
            return table(archive).columns();
        }
    }

    private List<List<String>> rows(Zips zip) throws IOException {
        try (var archive = open(zip)) {
            return rows(table(archive));
        }
    }

    private static List<List<String>> rows(RowSource table) throws IOException {
        var rows = new ArrayList<List<String>>();
        var problems = new Problems();
        table.forEach((row, cells) -> rows.add(Arrays.asList(cells.clone())), problems);
        problems.refuseIfAny();
        return rows;
    }

    private static RowSource table(UploadArchive archive) throws IOException {
        var path = NamedTables.index(archive, tables(archive)).orElseThrow();
        var table = TableFormats.open(archive.source(path));
        return SeriesFiles.of(table, archive, new MediaFiles(archive, path), tables(archive));
    }

    private static List<String> tables(UploadArchive archive) throws IOException {
        return TableFormats.among(archive.paths(), archive::source);
    }

    private UploadArchive open(Zips zip) throws IOException {
        return UploadArchive.open(Files.write(folder.resolve("x.zip"), zip.bytes()), "x.zip", ArchiveLimits.DEFAULT);
    }
}
