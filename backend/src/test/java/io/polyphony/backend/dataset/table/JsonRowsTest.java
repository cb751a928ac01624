package io.polyphony.backend.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRowsTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void columns_come_in_the_order_in_which_they_first_appear() throws IOException {
        var table = table("{\"b\": 1, \"a\": \"x\"}\n\n{\"a\": \"y\", \"late\": true}\r\n{\"never\": null}\n");
        assertThat(table.columns()).containsExactly("b", "a", "late", "never");
        assertThat(rows(table))
                .containsExactly(
                        Arrays.asList("1", "x", null, null),
                        Arrays.asList(null, "y", "true", null),
                        Arrays.asList(null, null, null, null));
    }

    @Test
    void an_array_of_objects_is_the_same_table() throws IOException {
        var table = table("\uFEFF [\n {\"a\": 1, \"b\": \"ä\"},\n {\"a\": 2} ]\n");
        assertThat(table.columns()).containsExactly("a", "b");
        assertThat(rows(table)).containsExactly(List.of("1", "ä"), Arrays.asList("2", null));
    }

    @Test
    void numbers_keep_every_digit_and_their_way_of_writing() throws IOException {
        assertThat(cells("12345678901234567890", "1.50", "1e5", "-0", "0.1234567890123456789"))
                .containsExactly("12345678901234567890", "1.50", "1e5", "-0", "0.1234567890123456789");
    }

    @Test
    void missing_cells_are_those_of_a_csv() throws IOException {
        assertThat(cells("null", "\"\"", "\"NA\"", "NaN", "false", "\" a, \\\"b\\\" \""))
                .containsExactly(null, null, "NA", null, "false", " a, \"b\" ");
    }

    @Test
    void arrays_become_the_cells_that_the_engine_reads() throws IOException {
        assertThat(cells("[\"drama\", \"crime\"]", "[\"a;b\", \"c\"]", "[]", "[1, 2.50, null]", "[[1, 2], [3, 4]]"))
                .containsExactly("drama; crime", "[\"a;b\",\"c\"]", "[]", "[1, 2.50, null]", "[1, 2] | [3, 4]");
        assertThat(cells("[{\"label\": \"a \\\"cat\\\"\", \"x\": 1.0, \"y\": 2, \"w\": 30, \"h\": 4e1}]"))
                .containsExactly("[{\"label\":\"a \\\"cat\\\"\",\"x\":1.0,\"y\":2,\"w\":30,\"h\":4e1}]");
    }

    @Test
    void nested_objects_become_columns_with_dots() throws IOException {
        var table = table("{\"user\": {\"age\": 31, \"home\": {\"city\": \"Rome\"}}, \"n\": {}, \"ok\": 1}\n");
        assertThat(table.columns()).containsExactly("user.age", "user.home.city", "ok");
        assertThat(rows(table)).containsExactly(List.of("31", "Rome", "1"));
    }

    @Test
    void every_row_that_does_not_fit_is_named_with_its_column() {
        var text = "{\"a\": 1}\n[2]\n{\"a\": 1, \"a\": 2}\n{\"b\": [{\"x\": 1}]}\n\"word\"\n"
                + "{\"a\": {\"b\": 1}, \"a.b\": 2}\n" + "{\"d\":".repeat(10) + "1" + "}".repeat(10);
        assertThat(problems(text))
                .extracting(FieldProblem::row, FieldProblem::column)
                .containsExactly(
                        tuple(2L, null),
                        tuple(3L, "a"),
                        tuple(4L, "b"),
                        tuple(5L, null),
                        tuple(6L, "a.b"),
                        tuple(7L, "d.d.d.d.d.d.d.d"));
        assertThat(problems(text)).allSatisfy(p -> {
            assertThat(p.file()).isEqualTo("t.jsonl");
            assertThat(p.detail()).contains("Maybe ");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{'a': 1}|{'a': 2|{'a': 3} ~ 2 ~ line 3",
                "{'a': 1}|{'a': 'x'y'} ~ 2 ~ line 2",
                "{'a': 1}|{'a': wrong} ~ 2 ~ Unrecognized token",
                "[{'a': 1}, {'a': 2} ~ 3 ~ bracket is missing",
                "[{'a': 1}] {'a': 2} ~ 2 ~ after the end of its array",
                "{'a': 1}|a,b ~ 2 ~ Unrecognized token",
                "{'a': [{'x': 1, 'x': 2}]} ~ 1 ~ twice",
            })
    void malformed_text_is_refused_with_its_row(String text, long row, String detail) {
        var problems = problems(text.replace('\'', '"').replace('|', '\n'));
        assertThat(problems).singleElement().satisfies(p -> {
            assertThat(p.row()).isEqualTo(row);
            assertThat(p.detail()).contains(detail).contains("Maybe ").doesNotContain("`");
        });
    }

    @Test
    void hostile_sizes_are_refused() {
        assertThat(problems("{\"a\": " + "[".repeat(5_000))).singleElement().satisfies(p -> {
            assertThat(p.detail()).contains("nesting depth");
            assertThat(p.column()).isEqualTo("a");
        });
        assertThat(problems("{\"long\": \"" + "x".repeat(RecordLimitReader.LIMIT + 10_000) + "\"}"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.detail()).contains("longer than 4 million characters");
                    assertThat(p.column()).isEqualTo("long");
                });
        var keys = IntStream.rangeClosed(0, Header.MOST_COLUMNS).mapToObj(i -> "{\"k%d\": 1}".formatted(i));
        assertThat(problems(keys.collect(Collectors.joining("\n"))))
                .singleElement()
                .satisfies(p -> assertThat(p.detail()).contains("5001 different keys"));
        assertThat(problems("{\"" + "k".repeat(300) + "\": 1}")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'[]',0 rows", "'{}',1 rows and no columns", "'  ',nothing but blanks", "'',empty"})
    void a_file_without_cells_is_refused(String text, String detail) {
        assertThat(problems(text))
                .singleElement()
                .satisfies(p -> assertThat(p.detail()).contains(detail));
    }

    @Test
    void other_encodings_are_refused() {
        assertThatThrownBy(() -> open("t.jsonl", "{\"a\": \"ä\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("UTF-8");
    }

    private List<FieldProblem> problems(String text) {
        return catchThrowableOfType(ImportRefused.class, () -> table(text)).problems();
    }

    /** One row with these values. */
    private List<String> cells(String... values) throws IOException {
        var row = IntStream.range(0, values.length).mapToObj(i -> "\"c%d\": %s".formatted(i, values[i]));
        return rows(table("{" + row.collect(Collectors.joining(", ")) + "}")).getFirst();
    }

    private RowSource table(String text) throws IOException {
        return open("t.jsonl", text.getBytes(StandardCharsets.UTF_8));
    }

    private RowSource open(String name, byte[] bytes) throws IOException {
        return TableFormats.open(FileSource.of(Files.write(folder.resolve("file"), bytes), name));
    }

    private static List<List<String>> rows(RowSource table) throws IOException {
        var rows = new ArrayList<List<String>>();
        table.forEach((row, cells) -> rows.add(Arrays.asList(cells.clone())), new Problems());
        return rows;
    }
}
