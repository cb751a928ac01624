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

/** Numbers and dates as people write them in the cells of a file. */
class CellStylesTest {
    @TempDir
    Path folder;

    @Test
    void reads_decimal_commas_where_the_delimiter_leaves_them_free() throws IOException {
        assertThat(rows("a;b\n1,5;x\n-2,25;y\n")).containsExactly(List.of("1.5", "x"), List.of("-2.25", "y"));
    }

    @Test
    void reads_thousands_and_money_as_people_write_them() throws IOException {
        assertThat(rows("a;b;c\n1.234,50;987;1.200\n17,25;-1.002.003;150\n"))
                .containsExactly(List.of("1234.50", "987", "1200"), List.of("17.25", "-1002003", "150"));
        assertThat(rows("a,b,c\n\"$1,234.50\",7 %,\"1,200\"\n-$17.25,12.5%,150\n"))
                .containsExactly(List.of("1234.50", "7", "1200"), List.of("-17.25", "12.5", "150"));
        assertThat(rows("a\tb\n1 234,5 €\tx\n12,00 €\ty\n".replace("1 2", "1\u00a02")))
                .containsExactly(List.of("1234.5", "x"), List.of("12.00", "y"));
    }

    @Test
    void reads_amounts_as_accountants_and_the_french_write_them() throws IOException {
        assertThat(rows("a\tb\tc\n(1,234.50)\t123.4-\t1 234,50\n950.00\t7.5\t17,25\n($2.00)\t3-\t12 345 678,9\n"))
                .containsExactly(
                        List.of("-1234.50", "-123.4", "1234.50"),
                        List.of("950.00", "7.5", "17.25"),
                        List.of("-2.00", "-3", "12345678.9"));
        assertThat(rows("a,b,c\n\"1\u202f234,50\",1'200.50,1 234.50\n\"17,25\",1\u2019200,2 000\n"))
                .containsExactly(List.of("1234.50", "1200.50", "1234.50"), List.of("17.25", "1200", "2000"));
    }

    /** Of nearly plain columns, too. */
    @Test
    void loses_no_amount_that_is_written_otherwise_than_most() throws IOException {
        assertThat(rows("a,b\n" + "1.5,7\n".repeat(30) + "(2.50),\"1,234\"\n"))
                .contains(List.of("1.5", "7"), List.of("-2.50", "1234"));
    }

    @Test
    void reads_short_dates_in_the_order_that_the_column_tells() throws IOException {
        assertThat(rows("a,b,c\n5/31/2024,31/5/24,1-2-2024 2:30 PM\n6/1/2024,1/6/99,13-2-2024 12:05 am\n"))
                .containsExactly(
                        List.of("2024-05-31", "2024-05-31", "2024-02-01T14:30"),
                        List.of("2024-06-01", "1999-06-01", "2024-02-13T00:05"));
        assertThat(rows("a,b,c\n1/2/2024,1-2-2024,50/60/20\n2/2/2024,2-2-2024,5/6/2020\n"))
                .containsExactly(
                        List.of("2024-01-02", "2024-02-01", "50/60/20"),
                        List.of("2024-02-02", "2024-02-02", "5/6/2020"));
    }

    /** Where the days of the first months are spread over many rows, only later ones tell; and what a column leaves open, another tells. */
    @Test
    void the_whole_file_tells_the_order_of_day_and_month() throws IOException {
        var months = new StringBuilder("day,birth\n");
        for (int day = 1; day <= 20; day++) {
            months.append("%02d/01/2024,01/02/1980\n".formatted(day).repeat(50));
        }
        assertThat(rows(months.toString()))
                .contains(List.of("2024-01-02", "1980-02-01"), List.of("2024-01-20", "1980-02-01"))
                .hasSize(1000);
    }

    /** A sorted column has its thousands at the end. */
    @Test
    void the_whole_file_tells_how_numbers_are_written() throws IOException {
        var amounts = new StringBuilder("id;amount\n");
        for (int i = 0; i < 1500; i++) {
            amounts.append(i).append(i < 999 ? ";%d.50\n".formatted(i) : ";1,%03d.50\n".formatted(i - 999));
        }
        assertThat(rows(amounts.toString())).contains(List.of("998", "998.50"), List.of("1499", "1500.50"));
    }

    /** Lists of labels, sizes and sentences about money are no numbers; and 1.234 is a little more than one where nothing says else. */
    @Test
    void leaves_alone_what_only_looks_like_numbers() throws IOException {
        var lists = "a\tb\n120 340\t(a)\n200 999\t((1))\n";
        assertThat(rows(lists)).containsExactly(List.of("120 340", "(a)"), List.of("200 999", "((1))"));
        var text = "a,b,c,d\n\"1,2\",1.234,costs $5,1-2\n\"3,14\",2.345,\"$1,000 less\",3-4\n";
        assertThat(rows(text))
                .containsExactly(
                        List.of("1,2", "1.234", "costs $5", "1-2"), List.of("3,14", "2.345", "$1,000 less", "3-4"));
    }

    /** No thousands begin with a zero. */
    @Test
    void shares_with_three_decimals_are_no_thousands() throws IOException {
        assertThat(rows("a;b\n0.123;1,2\n0.456;3,4\n"))
                .containsExactly(List.of("0.123", "1,2"), List.of("0.456", "3,4"));
    }

    private List<List<String>> rows(String text) throws IOException {
        var file = Files.writeString(folder.resolve("data.csv"), text);
        var rows = new ArrayList<List<String>>();
        StyledTable.of(DelimitedTable.open(FileSource.of(file, "data.csv")))
                .forEach((row, cells) -> rows.add(Arrays.asList(cells.clone())), new Problems());
        return rows;
    }
}
