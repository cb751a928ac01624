package io.polyphony.backend.dataset.table;

import static io.polyphony.backend.dataset.table.Walked.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.backend.dataset.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SktimeTableTest {
    private static final String HEADER = """
            # Made for the test
            @problemName Steps
            @timeStamps false
            @univariate false
            @classLabel true sits walks
            @data
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void channels_are_parted_and_what_they_show_stands_behind_them() throws IOException {
        var table = table(HEADER + "0.5,-1e-3,?:1,2,3:walks\n\n# between\n0.1, 0.2:4,5:sits\n1:2:?\n");
        assertThat(table.columns()).containsExactly("series", "class");
        assertThat(rows(table, new Problems()))
                .containsExactly(
                        Arrays.asList("7", "0.5 -1e-3 nan | 1 2 3", "walks"),
                        Arrays.asList("10", "0.1 0.2 | 4 5", "sits"),
                        Arrays.asList("11", "1 | 2", null));
        assertThat(rows(table, new Problems())).as("walked again").hasSize(3);
    }

    @Test
    void times_of_steps_are_left_out() throws IOException {
        var table = table("""
                @problemname Timed
                @timestamps TRUE
                @targetlabel true
                @DATA
                (2007-01-01 00:00:00,241.97),(2007-01-01 00:01:00,?):(0,1),(1,2):3.5
                """);
        assertThat(table.columns()).containsExactly("series", "target");
        assertThat(rows(table, new Problems())).containsExactly(Arrays.asList("5", "241.97 nan | 1 2", "3.5"));
    }

    @Test
    void series_may_show_nothing() throws IOException {
        var table = table("@problemName Bare\n@classLabel false\n@data\n1,2,3\n");
        assertThat(table.columns()).containsExactly("series");
        assertThat(rows(table, new Problems())).containsExactly(List.of("4", "1 2 3"));
    }

    @Test
    void rows_of_other_channels_are_told_with_their_line() throws IOException {
        var problems = new Problems();
        assertThat(rows(table(HEADER + "1,2:3,4:walks\n1,2:walks\n"), problems)).hasSize(1);
        assertThat(Walked.first(problems).row()).isEqualTo(8);
        assertThat(Walked.first(problems).detail()).contains("The row has 1 channels, but the first has 2");
    }

    @Test
    void a_file_without_rows_or_their_beginning_is_refused() {
        assertThatThrownBy(() -> rows(table(HEADER), new Problems())).hasMessageContaining("no rows below @data");
        assertThatThrownBy(() -> table("export const a = 1\n")).hasMessageContaining("no line that says @data");
        assertThatThrownBy(() -> table("@problemName X\n1,2,3:a\n")).hasMessageContaining("no line that says @data");
    }

    private SktimeTable table(String text) throws IOException {
        return SktimeTable.open(FileSource.of(Files.writeString(folder.resolve("t.ts"), text), "t.ts"));
    }
}
