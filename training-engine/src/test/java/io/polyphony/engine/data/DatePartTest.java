package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class DatePartTest {
    /** 2024-07-01 was a Monday, the 183rd day of its year, 19 905 days after 1970-01-01. */
    @Test
    void parts_of_a_date_agree_with_the_calendar() {
        var noon = LocalDateTime.of(2024, 7, 1, 12, 0);
        assertThat(DatePart.DAYS.of(noon)).isEqualTo(19_905.5);
        assertThat(DatePart.YEAR.of(noon)).isEqualTo(2024);
        assertThat(DatePart.MONTH_SINE.of(noon)).isCloseTo(0, within(1e-12));
        assertThat(DatePart.MONTH_COSINE.of(noon)).isCloseTo(-1, within(1e-12));
        assertThat(DatePart.WEEKDAY_SINE.of(noon)).isCloseTo(0, within(1e-12));
        assertThat(DatePart.WEEKDAY_COSINE.of(noon)).isCloseTo(1, within(1e-12));
        assertThat(DatePart.HOUR_SINE.of(noon)).isCloseTo(0, within(1e-12));
        assertThat(DatePart.HOUR_COSINE.of(noon)).isCloseTo(-1, within(1e-12));
        assertThat(DatePart.YEARDAY_SINE.of(noon)).isCloseTo(Math.sin(2 * Math.PI * 182.5 / 365.25), within(1e-12));
    }

    @Test
    void the_last_evening_of_a_year_is_next_to_the_first_morning() {
        var before = LocalDateTime.of(2023, 12, 31, 23, 59);
        var after = LocalDateTime.of(2024, 1, 1, 0, 1);
        for (var part : new DatePart[] {DatePart.YEARDAY_SINE, DatePart.YEARDAY_COSINE, DatePart.HOUR_SINE}) {
            assertThat(part.of(before)).as(part.name()).isCloseTo(part.of(after), within(0.02));
        }
    }

    /** Hours over two days show the hour, days over two weeks the weekday, months over two years the month. */
    @Test
    void what_recurs_is_finer_than_its_period_and_seen_twice() {
        assertThat(DatePart.recurs(1 / 24.0, 2)).isTrue();
        assertThat(DatePart.recurs(1 / 24.0, 1.9)).isFalse();
        assertThat(DatePart.recurs(1, 14)).isTrue();
        assertThat(DatePart.recurs(1, 13)).isFalse();
        assertThat(DatePart.recurs(7, 730))
                .as("weeks show no weekday, and two years are a little longer")
                .isFalse();
        assertThat(DatePart.recurs(30, 731)).isTrue();
        assertThat(DatePart.recurs(366, 36_600))
                .as("nothing is longer than a year")
                .isFalse();
    }
}
