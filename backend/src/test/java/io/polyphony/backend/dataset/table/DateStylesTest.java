package io.polyphony.backend.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way to write a date, and what looks like one and is none. */
class DateStylesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "05 May 2023 | 2023-05-05",
                "May 5, 2023 | 2023-05-05",
                "May 5th 2023 2:30 PM | 2023-05-05T14:30",
                "5-May-23 | 2023-05-05",
                "05MAY1999 | 1999-05-05",
                "Fri, 05 May 2023 14:30:00 GMT | 2023-05-05T14:30",
                "05/May/2023:14:30:09 +0000 | 2023-05-05T14:30:09",
                "Wed Aug 27 13:08:45 +0000 2008 | 2008-08-27T13:08:45",
                "2023-Dec-24 | 2023-12-24",
                "5. Mai 2023 | 2023-05-05",
                "3. März 2023 | 2023-03-03",
                "1er août 2023 | 2023-08-01",
                "5 févr. 2023 | 2023-02-05",
                "5 de mayo de 2023 | 2023-05-05",
                "Sept. 30, 2023 | 2023-09-30",
                "September 2023 | 2023-09-01",
            })
    void months_have_names(String written, String date) {
        assertThat(new NamedMonths().read(written)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"31 Feb 2023", "5 Maybe 2023", "May", "12 kg", "May Smith 2023", "2023-05-05", "Jan-23"})
    void other_words_are_no_months(String written) {
        assertThat(new NamedMonths().read(written)).isNull();
    }

    @Test
    void digits_alone_are_dates_where_all_of_many_are() {
        var days = List.of(
                "20230520",
                "20230521",
                "20230522",
                "20230523",
                "20230524",
                "20230525",
                "20230526",
                "20230527",
                "20230528",
                "20230529");
        var style = new CompactDates();
        assertThat(style.read("20230520")).isEqualTo("2023-05-20");
        assertThat(style.read("20230520143000")).isEqualTo("2023-05-20T14:30");
        assertThat(style.certain("x", days)).isTrue();
        assertThat(style.certain("x", days.subList(0, 3))).isFalse();
        assertThat(style.certain("order date", days.subList(0, 3))).isTrue();
        assertThat(style.certain("date", List.of("20230520", "20230540"))).isFalse();
    }

    @Test
    void unix_time_is_one_only_where_the_name_says_so() {
        assertThat(EpochTimes.of("timestamp", List.of("1684593000", "1684593060.5")))
                .contains(EpochTimes.SECONDS);
        assertThat(EpochTimes.of("createdAt", List.of("1684593000123"))).contains(EpochTimes.MILLISECONDS);
        assertThat(EpochTimes.of("phone", List.of("1684593000"))).isEmpty();
        assertThat(EpochTimes.of("elapsed_time", List.of("1684593000"))).isEmpty();
        assertThat(EpochTimes.of("Time", List.of("0", "1", "172792"))).isEmpty();
        assertThat(EpochTimes.SECONDS.read("1684593000")).isEqualTo("2023-05-20T14:30");
        assertThat(EpochTimes.SECONDS.read("1.684593E9")).isEqualTo("2023-05-20T14:30");
        assertThat(EpochTimes.MILLISECONDS.read("1684593000123")).isEqualTo("2023-05-20T14:30");
    }

    @Test
    void months_and_quarters_are_their_first_days() {
        var style = new Periods();
        assertThat(style.read("1949-01")).isEqualTo("1949-01-01");
        assertThat(style.read("1749-01"))
                .as("as far back as sunspots were counted")
                .isEqualTo("1749-01-01");
        assertThat(style.read("2023M12")).isEqualTo("2023-12-01");
        assertThat(style.read("2023-Q2")).isEqualTo("2023-04-01");
        assertThat(style.read("Q4 2023")).isEqualTo("2023-10-01");
        assertThat(style.read("2023-13")).isNull();
        assertThat(style.fits(List.of("2009-10", "2010-11"))).as("seasons").isFalse();
        assertThat(style.fits(List.of("2009-10", "2010-11", "2010-12"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "14:30, 14.5",
        "02:30 PM, 14.5",
        "12:15 am, 0.25",
        "27:00, 27.0",
        "0:00:45, 0.0125",
        "0:00:04.5, 0.00125"
    })
    void times_of_day_are_hours(String written, double hours) {
        assertThat(Double.parseDouble(new ClockTimes().read(written))).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({"4:3", "16:90", "14:30 PM x", "13:00 pm", "1:2:3"})
    void ratios_and_scores_are_no_times(String written) {
        assertThat(new ClockTimes().read(written)).isNull();
    }

    @Test
    void durations_of_several_units_are_hours() {
        var style = new Durations();
        assertThat(style.read("3 h 15 min")).isEqualTo("3.25");
        assertThat(style.read("1h30m")).isEqualTo("1.5");
        assertThat(style.read("2 days, 6 hours")).isEqualTo("54.0");
        assertThat(style.read("PT1H30M")).isEqualTo("1.5");
        assertThat(style.read("45 min")).isEqualTo("0.75");
        assertThat(style.read("5 apples")).isNull();
        assertThat(style.fits(List.of("45 min", "1 h 5 min"))).isTrue();
        assertThat(style.fits(List.of("45 min", "50 min"))).as("one unit").isFalse();
    }

    @Test
    void every_style_is_found_by_its_name() {
        for (var style : List.of(
                new NamedMonths(),
                new Periods(),
                new CompactDates(),
                new ClockTimes(),
                new Durations(),
                EpochTimes.MILLISECONDS,
                new ShortDates(true),
                new UnitNumbers("km/h", NumberStyle.COMMA),
                new MultipliedNumbers(NumberStyle.GROUPED))) {
            assertThat(CellStyle.named(style.label())).isEqualTo(style);
        }
    }

    @Test
    void points_between_short_dates_have_the_day_first() {
        assertThat(new ShortDates(true).read("31.05.24")).isEqualTo("2024-05-31");
        assertThat(ShortDates.of(List.of("01.05.24", "02.05.24"), null)).contains(new ShortDates(true));
    }
}
