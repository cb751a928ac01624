package io.polyphony.backend.dataset.table;

import static io.polyphony.backend.dataset.table.Walked.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArffTableTest {
    private static final String HEADER = """
            % Made for the test
            @relation 'two words'

            @ATTRIBUTE size numeric
            @attribute 'the kind' {small, 'very large', "it's"}
            @attribute "day" date "yyyy-MM-dd"
            @attribute note\tstring
            @data
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void names_above_and_rows_below() throws IOException {
        var table = table(
                HEADER
                        + "1.5, small, 2024-05-31, 'one, two'\n% a word between\n\n?,'very large',?, 'it\\'s a \\\"quote\\\"'\n");
        assertThat(table.columns()).containsExactly("size", "the kind", "day", "note");
        assertThat(rows(table, new Problems()))
                .containsExactly(
                        Arrays.asList("9", "1.5", "small", "2024-05-31", "one, two"),
                        Arrays.asList("12", null, "very large", null, "it's a \"quote\""));
        assertThat(rows(table, new Problems())).hasSize(2);
    }

    @Test
    void double_quotes_and_tabs_are_read_too() throws IOException {
        assertThat(rows(table(HEADER + "1,\"it's\",?,\"a, b\"\n2,small,?,plain\n"), new Problems()))
                .containsExactly(
                        Arrays.asList("9", "1", "it's", null, "a, b"),
                        Arrays.asList("10", "2", "small", null, "plain"));
        assertThat(rows(table(HEADER + "1\tsmall\t?\t'x y'\n"), new Problems()))
                .containsExactly(Arrays.asList("9", "1", "small", null, "x y"));
    }

    /** What a sparse row leaves out is 0, of a column of words its first word. */
    @Test
    void sparse_rows_name_their_columns() throws IOException {
        assertThat(rows(table(HEADER + "{0 7, 1 'very large', 3 'a b'}\n{ }\n{2 ?}\n"), new Problems()))
                .containsExactly(
                        Arrays.asList("9", "7", "very large", "0", "a b"),
                        Arrays.asList("10", "0", "small", "0", "0"),
                        Arrays.asList("11", "0", "small", null, "0"));
    }

    /** As the UEA archive writes them: a row for each channel, parted by \\n. */
    @Test
    void numbered_columns_of_a_cell_are_steps() throws IOException {
        var table = table(related("att0", "att1", "att2") + "'1,2,3\\n4,?,6',walks\n'7,8,9\\n0,0,0',sits\n?,sits\n");
        assertThat(table.columns()).containsExactly("moves", "does");
        assertThat(rows(table, new Problems()))
                .containsExactly(
                        Arrays.asList("9", "1 2 3 | 4 nan 6", "walks"),
                        Arrays.asList("10", "7 8 9 | 0 0 0", "sits"),
                        Arrays.asList("11", null, "sits"));
    }

    @Test
    void named_columns_of_a_cell_are_channels() throws IOException {
        assertThat(rows(table(related("left", "right", "up") + "\"1,2,3\\n4,5,6\",walks\n"), new Problems()))
                .containsExactly(List.of("9", "1 4 | 2 5 | 3 6", "walks"));
    }

    @Test
    void a_cell_that_does_not_fit_its_columns_is_told() throws IOException {
        var problems = new Problems();
        assertThat(rows(table(related("att0", "att1", "att2") + "'1,2,3',walks\n'1,2',sits\n"), problems))
                .hasSize(1);
        assertThat(Walked.first(problems).row()).isEqualTo(10);
        assertThat(Walked.first(problems).column()).isEqualTo("moves");
        assertThat(Walked.first(problems).detail()).contains("has not 3 numbers");
    }

    private static String related(String... columns) {
        return "@relation r\n@attribute moves relational\n@attribute %s numeric\n@attribute %s real\n@attribute %s integer\n@end moves\n@attribute does {walks, sits}\n@data\n"
                .formatted((Object[]) columns);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "1,small,? ~ note ~ has 3 cells, but there are 4 columns",
                "1,small,?,a,b ~ ~ has 5 cells",
                "{4 1} ~ ~ The cell (4 1) is no number of a column and its value.",
                "{0 1, x} ~ ~ The cell (x)",
                "{0 1, 3 ~ ~ The cell (3)",
            })
    void rows_that_do_not_fit_are_told_with_line_and_column(String row, String column, String detail)
            throws IOException {
        var problems = new Problems();
        assertThat(rows(table(HEADER + "1,small,?,fits\n" + row + "\n"), problems))
                .hasSize(1);
        var problem = catchThrowableOfType(ImportRefused.class, problems::refuseIfAny)
                .problems()
                .getFirst();
        assertThat(problem.row()).isEqualTo(10);
        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem.detail()).contains(detail).contains("Maybe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "@relation a|@attribute b numeric|1 ~ 3 ~ The line (1) is none of an ARFF file's header.",
                "@relation a|@attribute b numeric ~ 3 ~ ends before a line that says @data",
                "@relation a|@attribute b relational|@attribute c {x, y} ~ 3 ~ holds ({x, y}), but only numbers",
                "@relation a|@attribute b relational|1,2 ~ 3 ~ The line (1,2) is none",
                "@relation a|@attribute b relational|@attribute c real ~ 4 ~ ends before a line that says @data",
                "@relation a|@attribute b numeric|@data ~ 3 ~ no rows below @data",
            })
    void what_is_no_table_is_refused_with_its_line(String text, long line, String detail) {
        var refused = refusal(text.replace('|', '\n'));
        assertThat(refused.row()).isEqualTo(line);
        assertThat(refused.detail()).contains(detail);
    }

    @Test
    void a_quote_without_an_end_is_told_and_does_not_fill_the_memory() {
        assertThat(refusal(HEADER + "1,'small,?,a\n" + "x,".repeat(3 << 20)).detail())
                .contains("Maybe a closing quote is missing.");
    }

    @Test
    void files_of_unknown_ending_are_told_by_their_start() throws IOException {
        assertThat(TableFormats.open(file("% by\n%\n@RELATION x\n@ATTRIBUTE a real\n@DATA\n1\n", "named.txt")))
                .isInstanceOf(ArffTable.class);
    }

    private FieldProblem refusal(String text) {
        return catchThrowableOfType(ImportRefused.class, () -> rows(table(text), new Problems()))
                .problems()
                .getFirst();
    }

    private RowSource table(String text) throws IOException {
        return TableFormats.open(file(text, "a.arff"));
    }

    private FileSource file(String text, String name) throws IOException {
        return FileSource.of(Files.writeString(folder.resolve("file"), text), name);
    }
}
