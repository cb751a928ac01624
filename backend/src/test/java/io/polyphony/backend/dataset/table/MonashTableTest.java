package io.polyphony.backend.dataset.table;

import static io.polyphony.backend.dataset.table.Walked.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.dataset.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonashTableTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void a_step_becomes_a_row_with_its_date() throws IOException {
        var table = table("""
                # Made for the test
                @relation test
                @attribute state string
                @attribute series_name string
                @attribute start_timestamp date
                @frequency quarterly
                @horizon 4
                @data
                North:T1:1979-11-01 00-00-00:1.5,?,3
                South:T2:1980-01-01 00-00-00:7
                """);
        assertThat(table.columns()).containsExactly("state", "series_name", "date", "value");
        assertThat(rows(table, new Problems()))
                .containsExactly(
                        Arrays.asList("9", "North", "T1", "1979-11-01", "1.5"),
                        Arrays.asList("9", "North", "T1", "1980-02-01", null),
                        Arrays.asList("9", "North", "T1", "1980-05-01", "3"),
                        Arrays.asList("10", "South", "T2", "1980-01-01", "7"));
    }

    @Test
    void steps_without_a_beginning_or_a_known_pace_are_counted() throws IOException {
        assertThat(rows(table("@attribute name string\n@frequency yearly\n@data\nT1:5,6\n"), new Problems()))
                .containsExactly(List.of("4", "T1", "1", "5"), List.of("4", "T1", "2", "6"));
        var odd = table("@attribute from date\n@frequency sometimes\n@data\n1979-11-01 00-00-00:5\n");
        assertThat(odd.columns()).containsExactly("from", "step", "value");
        assertThat(rows(odd, new Problems())).containsExactly(List.of("4", "1979-11-01 00-00-00", "1", "5"));
    }

    @ParameterizedTest
    @CsvSource({
        "yearly, 2024-02-29",
        "monthly, 2022-02-28",
        "weekly, 2020-07-18",
        "daily, 2020-03-04",
        "hourly, 2020-02-29T04:00",
        "half_hourly, 2020-02-29T02:00",
        "10_minutes, 2020-02-29T00:40",
        "4_seconds, 2020-02-29T00:00:16",
    })
    void paces_are_those_of_the_archive(String words, String date) {
        int step = words.equals("monthly") ? 24 : words.equals("weekly") ? 20 : 4;
        var pace = Pace.of(words).orElseThrow();
        assertThat(pace.date(LocalDateTime.of(2020, 2, 29, 0, 0), step)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "T1:5,6 ~ The line has 2 parts between colons, but there are 2 attributes",
                "T1:yesterday:5,6 ~ The beginning (yesterday) is no date",
            })
    void lines_that_do_not_fit_are_told(String line, String detail) throws IOException {
        var problems = new Problems();
        var text = "@attribute name string\n@attribute from date\n@frequency daily\n@data\nT0:1979-11-01 00-00-00:5\n";
        assertThat(rows(table(text + line + "\n"), problems)).hasSize(1);
        assertThat(Walked.first(problems).row()).isEqualTo(6);
        assertThat(Walked.first(problems).detail()).contains(detail);
    }

    private MonashTable table(String text) throws IOException {
        return MonashTable.open(FileSource.of(Files.writeString(folder.resolve("t.tsf"), text), "t.tsf"));
    }
}
