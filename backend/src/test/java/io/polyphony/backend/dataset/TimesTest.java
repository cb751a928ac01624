package io.polyphony.backend.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    @Test
    void days_recur_by_week_and_months_by_year_and_years_never() {
        assertThat(recur(60, Period.ofDays(1))).isTrue();
        assertThat(recur(20, Period.ofDays(1)))
                .as("two weeks of twelve days that train")
                .isFalse();
        assertThat(recur(60, Period.ofMonths(1))).isTrue();
        assertThat(recur(24, Period.ofMonths(1))).as("train rows see one year").isFalse();
        assertThat(recur(60, Period.ofDays(7))).isFalse();
        assertThat(recur(60, Period.ofYears(1))).isFalse();
    }

    @Test
    void several_series_share_their_dates_and_need_not_be_in_order() {
        var hours = IntStream.range(0, 200)
                .map(i -> (i * 7) % 100)
                .mapToObj(hour -> FIRST.atStartOfDay().plusHours(hour))
                .map(LocalDateTime::toString)
                .toArray(String[]::new);
        assertThat(Times.recur(hours)).isTrue();
    }

    @Test
    void what_is_no_date_never_recurs() {
        @Nullable String[] cells = {"2024-01-01", "soon", null};
        assertThat(Times.recur(cells)).isFalse();
        assertThat(Times.recur(new String[] {"2024-01-01", "2024-01-01"})).isFalse();
        assertThat(Times.recur(new String[0])).isFalse();
    }

    private static boolean recur(int count, Period step) {
        return Times.recur(IntStream.range(0, count)
                .mapToObj(i -> FIRST.plus(step.multipliedBy(i)).toString())
                .toArray(String[]::new));
    }
}
