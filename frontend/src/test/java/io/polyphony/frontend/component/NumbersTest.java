package io.polyphony.frontend.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.fusion.FusionKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0.93124, 0.9312",
        "1.5, 1.500",
        "12.345, 12.35",
        "123.45, 123.5",
        "12345.6, 12346",
        "0.00001234, 1.23e-05",
        "0, 0.0000",
        "NaN, –"
    })
    void metrics_have_about_four_digits(double value, String text) {
        assertThat(Numbers.metric(value)).isEqualTo(text);
    }

    @Test
    void what_is_unknown_is_a_dash() {
        assertThat(Numbers.metric(null)).isEqualTo("–");
        assertThat(Numbers.duration(null)).isEqualTo("–");
        assertThat(Numbers.moment(null)).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 rows", "1, 1 row", "1200, '1,200 rows'"})
    void things_are_counted_in_their_number(long count, String text) {
        assertThat(Numbers.of(count, "row")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"999, 999 B", "1000, 1.0 kB", "1234567, 1.2 MB", "5000000000, 5.0 GB"})
    void bytes_have_a_unit(long bytes, String text) {
        assertThat(Numbers.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"59, 59 s", "61, 1 min 01 s", "3661, 1 h 01 min"})
    void durations_have_two_units(long seconds, String text) {
        assertThat(Numbers.duration(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @Test
    void ages_are_told_in_the_largest_unit() {
        var now = Instant.parse("2026-01-10T12:00:00Z");
        assertThat(Numbers.ago(now.minusSeconds(30), now)).isEqualTo("just now");
        assertThat(Numbers.ago(now.minusSeconds(600), now)).isEqualTo("10 min ago");
        assertThat(Numbers.ago(now.minusSeconds(7200), now)).isEqualTo("2 h ago");
    }

    @Test
    void constants_become_words() {
        assertThat(Numbers.words("LOSS_WEIGHTING")).isEqualTo("Loss weighting");
    }

    @ParameterizedTest
    @MethodSource("io.polyphony.engine.fusion.Fusions#all")
    void a_fusion_is_written_as_its_line_says(FusionKind fusion) {
        assertThat(Numbers.words(fusion.name())).isEqualTo(fusion.title());
    }

    @Test
    void names_are_written_as_the_field_writes_them() {
        assertThat(Numbers.words("nash_mtl")).isEqualTo("Nash-MTL");
        assertThat(Numbers.words("tfidf")).isEqualTo("TF-IDF");
        assertThat(Numbers.words("low-rank")).isEqualTo("Low rank");
        assertThat(Numbers.words("none")).as("called otherwise by each choice").isEqualTo("None");
        assertThat(Numbers.words("testRows")).isEqualTo("Test rows");
    }
}
