package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29",
                " 2024-02-29 00:00 ",
                "2024-02-29T00:00:00Z",
                "2024-02-29 00:00:00.000",
                "2024-02-29 00:00:00+01:00",
                "2024-02-29Z",
                "2024/02/29",
                "2024/2/29 0:00",
                "2024.02.29",
                "29.02.2024",
                "29.2.2024, 0:00"
            })
    void a_day_may_be_written_in_several_ways(String text) {
        assertThat(DateText.date(text)).contains(LocalDateTime.of(2024, 2, 29, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-07-01T14:30:05",
                "1.7.2024 14:30:05",
                "2024/07/01 14:30:05 UTC",
                "2024-07-01 14:30:05.123456+00"
            })
    void the_time_of_day_counts(String text) {
        assertThat(DateText.date(text)).contains(LocalDateTime.of(2024, 7, 1, 14, 30, 5));
    }

    /** The last three are read by some as another day, or are something else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "31.04.2024",
                "2024-01-01 25:00",
                "yesterday",
                "2024",
                "",
                "03/04/2024",
                "3.4.24",
                "2024-05/31"
            })
    void what_is_no_day_or_may_be_two_is_none(String text) {
        assertThat(DateText.date(text)).isEmpty();
    }
}
