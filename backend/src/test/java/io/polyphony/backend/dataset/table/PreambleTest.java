package io.polyphony.backend.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.dataset.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Titles and comments above a table, and what looks like some and is the table. */
class PreambleTest {
    private static final String TABLE = "id;colour;size\n1;red;2.5\n2;blue;3.5\n";

    @TempDir
    Path folder;

    @Test
    void titles_and_comments_are_none_of_the_table() throws IOException {
        for (var above : List.of(
                "# exported by a tool\n# 2024-01-01; version 3\n",
                "Sales report 2024\n\n",
                "Sales report 2024;;\n;;\n",
                "")) {
            var table = open(above + TABLE);
            assertThat(table.columns()).as(above).containsExactly("id", "colour", "size");
            assertThat(rows(table)).as(above).containsExactly(List.of("1", "red", "2.5"), List.of("2", "blue", "3.5"));
        }
    }

    @Test
    void rows_and_headers_that_look_like_them_stay() throws IOException {
        assertThat(open("#id;colour\n1;red\n2;blue\n").columns()).containsExactly("#id", "colour");
        assertThat(open(";size\n0;2.5\n1;3.5\n").columns()).containsExactly("column_1", "size");
        assertThat(rows(open("#tag;love\n#food;hunger\n#tag;love\n#food;joy\n")))
                .hasSize(4);
        assertThat(rows(open("1;;\n2;3;4\n5;6;7\n"))).hasSize(3);
        assertThat(open("text\n# one\ntwo\n").columns()).containsExactly("text");
    }

    private DelimitedTable open(String text) throws IOException {
        return DelimitedTable.open(FileSource.of(Files.writeString(folder.resolve("data.csv"), text), "data.csv"));
    }

    private static List<List<String>> rows(DelimitedTable table) throws IOException {
        var rows = new ArrayList<List<String>>();
        table.forEach((row, cells) -> rows.add(Arrays.asList(cells.clone())), new Problems());
        return rows;
    }
}
