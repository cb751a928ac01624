package io.polyphony.backend.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import io.polyphony.backend.dataset.archive.ArchiveLimits;
import io.polyphony.backend.dataset.archive.MediaFiles;
import io.polyphony.backend.dataset.archive.UploadArchive;
import io.polyphony.backend.dataset.archive.Zips;
import io.polyphony.backend.dataset.table.TableFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedFilesTest {
    @TempDir
    Path folder;

    private final List<FieldProblem> problems = new ArrayList<>();

    @Test
    void numbers_that_name_files_become_their_paths_and_other_numbers_stay() throws IOException {
        var table = new StringBuilder("picture,count,label\n");
        IntStream.range(0, 30).forEach(i -> table.append("%d,%d,c%d\n".formatted(i, i % 7, i % 3)));
        var rows = rows(table.toString(), pictures(30));
        assertThat(rows).hasSize(30);
        assertThat(rows.get(12)).containsExactly("images/12.png", "5", "c0");
        assertThat(problems).isEmpty();
    }

    @Test
    void a_counter_of_rows_beside_a_column_of_files_stays_a_number() throws IOException {
        var table = new StringBuilder("row,picture\n");
        IntStream.range(0, 30).forEach(i -> table.append("%d,images\\%d.png\n".formatted(i, 29 - i)));
        assertThat(rows(table.toString(), pictures(30)).get(3)).containsExactly("3", "images/26.png");
    }

    @Test
    void words_for_nothing_are_missing_files() throws IOException {
        var rows = rows("picture,note\nimages/0.png,none\nnone,-\n-,x\nimages/1.png,y\nimages/2.png,z\n", pictures(3));
        assertThat(rows)
                .containsExactly(
                        Arrays.asList("images/0.png", "none"),
                        Arrays.asList(null, "-"),
                        Arrays.asList(null, "x"),
                        List.of("images/1.png", "y"),
                        List.of("images/2.png", "z"));
        assertThat(problems).isEmpty();
    }

    @Test
    void a_name_without_a_file_among_names_with_files_is_a_problem_of_its_row() throws IOException {
        rows("picture\n0\n1\n99\n2\n", pictures(3));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(4);
            assertThat(problem.column()).isEqualTo("picture");
            assertThat(problem.detail()).contains("(99)");
        });
    }

    @Test
    void an_address_is_refused_with_a_cure() {
        assertThat(MediaColumn.unknown("https://example.com/0.png")).contains("put the files into the ZIP");
    }

    private static Zips pictures(int count) {
        var zip = new Zips();
        IntStream.range(0, count).forEach(i -> zip.add("images/%d.png".formatted(i), "x"));
        return zip;
    }

    private List<List<@Nullable String>> rows(String table, Zips zip) throws IOException {
        var file = Files.write(folder.resolve("a.zip"), zip.add("t.csv", table).bytes());
        var rows = new ArrayList<List<@Nullable String>>();
        try (var archive = UploadArchive.open(file, "a.zip", ArchiveLimits.DEFAULT)) {
            var open = TableFormats.open(archive.source("t.csv"));
            var found = new Problems();
            NamedFiles.of(open, new MediaFiles(archive, "t.csv"))
                    .forEach((row, cells) -> rows.add(Arrays.asList(cells.clone())), found);
            found.refuseIfAny();
        } catch (ImportRefused refused) {
            problems.addAll(refused.problems());
        }
        return rows;
    }
}
