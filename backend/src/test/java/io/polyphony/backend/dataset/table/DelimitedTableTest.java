package io.polyphony.backend.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.Problems;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedTableTest {
    @Test
    void reads_quotes_delimiters_and_line_breaks_inside_of_cells() throws IOException {
        var rows = rows("name,note\nA,\"one, two\"\nB,\"first line\nsecond \"\"line\"\"\"\n");
        assertThat(rows).containsExactly(List.of("A", "one, two"), List.of("B", "first line\nsecond \"line\""));
    }

    /** As pandas writes them. */
    @Test
    void a_carriage_return_within_a_cell_that_is_not_quoted_ends_no_row() throws IOException {
        assertThat(rows("note,n\nHappy birthday!\r#242 years,1\nplain,2\n"))
                .containsExactly(List.of("Happy birthday! #242 years", "1"), List.of("plain", "2"));
        assertThat(rows("note,n\r\none\rtwo,1\r\nplain,2\r\n"))
                .containsExactly(List.of("one two", "1"), List.of("plain", "2"));
        assertThat(rows("note,n\rone,1\rtwo,2\r")).containsExactly(List.of("one", "1"), List.of("two", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void finds_the_delimiter(String delimiter) throws IOException {
        var text = "a,b,c\n1,x y,3\n4,z w,6\n".replace(",", delimiter);
        assertThat(table(text).columns()).containsExactly("a", "b", "c");
    }

    @Test
    void obeys_the_line_in_which_excel_names_the_delimiter() throws IOException {
        assertThat(rows("sep=;\r\na;b\r\n1,5;x,y,z\r\n2,5;x,y,z\r\n"))
                .containsExactly(List.of("1.5", "x,y,z"), List.of("2.5", "x,y,z"));
        assertThat(rows("sep=~\na~b\n1~2\n")).containsExactly(List.of("1", "2"));
        assertThat(table("sepal=;width\n1;2\n").columns()).containsExactly("sepal=", "width");
    }

    @Test
    void a_delimiter_at_the_end_of_rows_makes_no_cell() throws IOException {
        assertThat(rows("a,b\n1,x,\n2,y,\n")).containsExactly(List.of("1", "x"), List.of("2", "y"));
    }

    /** As {@code write.table(d, sep = ",")} of R does. */
    @Test
    void names_of_rows_need_no_name_of_their_own() throws IOException {
        var table = table("size,kind\n\"Ann\",1.5,x\n\"Bob\",2.5,y\n\"Eve\",3.5,x\n");
        assertThat(table.columns()).containsExactly("column_1", "size", "kind");
        assertThat(rows("size,kind\n1,1.5,x\n2,2.5,y\n3,3.5,x\n"))
                .containsExactly(List.of("1", "1.5", "x"), List.of("2", "2.5", "y"), List.of("3", "3.5", "x"));
        assertThat(problems("text,label\nyes, sir,1\nyes, sir,1\nno, sir,0\n"))
                .as("what comes again is no name of a row")
                .hasSize(3);
    }

    @Test
    void keeps_commas_of_texts_beside_decimal_points() throws IOException {
        assertThat(rows("a;b\n1.5;1,2\n2.5;3,4\n")).containsExactly(List.of("1.5", "1,2"), List.of("2.5", "3,4"));
    }

    @Test
    void reads_a_single_column_of_sentences_with_commas() throws IOException {
        var rows = rows("text\n\"well, then\"\nhello\n\"a, b, c\"\n");
        assertThat(rows).containsExactly(List.of("well, then"), List.of("hello"), List.of("a, b, c"));
    }

    @Test
    void names_the_columns_of_a_file_without_header() throws IOException {
        var table = table("1,red\n2,blue\n3,red\n");
        assertThat(table.columns()).containsExactly("column_1", "column_2");
        assertThat(all(table)).hasSize(3);
    }

    @Test
    void takes_words_above_numbers_for_a_header() throws IOException {
        assertThat(table("height,colour\n1,red\n2,blue\n").columns()).containsExactly("height", "colour");
    }

    @Test
    void reads_every_encoding_that_spreadsheets_write() throws IOException {
        var text = "name,x\nMüller – Straße,1\n";
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            assertThat(all(open(text.getBytes(charset))))
                    .as("%s", charset)
                    .containsExactly(List.of("Müller – Straße", "1"));
        }
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(open(("\uFEFF" + text).getBytes(charset)).columns())
                    .as("%s", charset)
                    .containsExactly("name", "x");
        }
    }

    @Test
    void a_sequence_that_is_cut_between_two_reads_is_still_utf_8() throws IOException {
        var text = "name\n" + "x".repeat((1 << 16) - 6) + "ü\nplain\n";
        assertThat(all(open(text.getBytes(StandardCharsets.UTF_8))).getFirst().getFirst())
                .endsWith("xü");
    }

    @Test
    void runs_of_blanks_part_columns_of_numbers_and_no_words() throws IOException {
        assertThat(rows("  0.00632  18.00   \"a  b\" \n  0.02731   0.00   c\n 0.1  1\td\n"))
                .containsExactly(
                        List.of("0.00632", "18.00", "a  b"), List.of("0.02731", "0.00", "c"), List.of("0.1", "1", "d"));
        assertThat(table("id   size kind\n1 2.5 x\n2   3.5 y\n").columns()).containsExactly("id", "size", "kind");
        assertThat(rows("text\na good film\na bad film\n"))
                .containsExactly(List.of("a good film"), List.of("a bad film"));
    }

    @Test
    void blank_cells_are_null_and_words_for_missing_ones_are_kept() throws IOException {
        assertThat(rows("a,b\n,x\nNA,y\nn/a,z\nNaN,w\nnone,v\n"))
                .extracting(List::getFirst)
                .containsExactly(null, "NA", "n/a", "NaN", "none");
    }

    @Test
    void a_ragged_row_is_named_with_row_and_column() {
        assertThat(problems("a,b,c\n1,2,3\n1,2\n1,2,3,4\n"))
                .extracting(FieldProblem::file, FieldProblem::row, FieldProblem::column)
                .containsExactly(tuple("data.csv", 3L, "c"), tuple("data.csv", 4L, "4"));
    }

    @Test
    void gives_up_after_fifty_problems() {
        assertThat(problems("a,b\n" + "1,2\n" + "1\n".repeat(1_000))).hasSize(Problems.LIMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   \n \n", "a,b,c\n", "\0\1\2binary", "a,b\n1,\"never closed\n2,3\n", "a,b\n1,\"x\"y\n"})
    void refuses_what_is_no_table(String text) {
        assertThat(problems(text))
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.file()).isEqualTo("data.csv"));
    }

    @Test
    void columns_of_the_same_name_are_told_apart() throws IOException {
        assertThat(table("a,b,a,a (2),a\n1,2,3,4,5\n").columns()).containsExactly("a", "b", "a (3)", "a (2)", "a (4)");
        assertThat(table("x,\nq,1\n").columns()).containsExactly("x", "column_2");
    }

    @Test
    void a_heading_of_two_lines_is_one_name() throws IOException {
        assertThat(table("\" life\nexpectancy \",b \n1,2\n").columns()).containsExactly("life expectancy", "b");
    }

    @Test
    void a_heading_without_its_end_is_no_name() {
        assertThat(problems("a,\"b" + "\n1,2".repeat(100) + "\"\n1,2\n")
                        .getFirst()
                        .detail())
                .contains("missing a quote");
    }

    @Test
    void says_what_a_renamed_file_really_is() {
        assertThat(problems("%PDF-1.7 and so on").getFirst().detail()).contains("PDF");
    }

    @Test
    void a_line_that_never_ends_does_not_fill_the_memory() {
        var endless = new FileSource() {
            @Override
            public String name() {
                return "data.csv";
            }

            @Override
            public long length() {
                return 200L << 20;
            }

            @Override
            public InputStream open() {
                return new SequenceInputStream(
                        new ByteArrayInputStream("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)),
                        new Letters(200L << 20));
            }
        };
        assertThatThrownBy(() -> DelimitedTable.open(endless).forEach((row, cells) -> {}, new Problems()))
                .isInstanceOfSatisfying(ImportRefused.class, e -> {
                    assertThat(e.problems().getFirst().row()).isEqualTo(3);
                    assertThat(e.problems().getFirst().detail()).contains("million characters");
                });
    }

    /** A stream of one letter. */
    private static final class Letters extends InputStream {
        private long left;

        Letters(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            var n = (int) Math.min(length, left);
            Arrays.fill(buffer, offset, offset + n, (byte) 'x');
            left -= n;
            return n;
        }
    }

    private static List<FieldProblem> problems(String text) {
        try {
            var problems = new Problems();
            table(text).forEach((row, cells) -> {}, problems);
            problems.refuseIfAny();
            return List.of();
        } catch (ImportRefused refused) {
            return refused.problems();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<List<String>> rows(String text) throws IOException {
        return all(table(text));
    }

    private static List<List<String>> all(DelimitedTable table) throws IOException {
        var rows = new ArrayList<List<String>>();
        StyledTable.of(table).forEach((row, cells) -> rows.add(Arrays.asList(cells.clone())), new Problems());
        return rows;
    }

    private static DelimitedTable table(String text) throws IOException {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    private static DelimitedTable open(byte[] bytes) throws IOException {
        return DelimitedTable.open(new FileSource() {
            @Override
            public String name() {
                return "data.csv";
            }

            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        });
    }
}
