package io.polyphony.backend.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers with units and currencies. */
class UnitsTest {

    @Test
    void one_unit_is_left_out() {
        read("grouped kg", List.of("1,012.3 kg", "0.5 kg", "3 kg"), "1012.3", "0.5", "3");
        read("plain °C", List.of("37.5°C", "\u22125 °C", "36"), "37.5", "-5", "36");
        read("plain km/h", List.of("12 km/h", "120km/h"), "12", "120");
        read("plain years", List.of("1 year", "2 years", "3 years"), "1", "2", "3");
        read("plain m²", List.of("12 m²", "8.5 m²"), "12", "8.5");
        read("plain SEK", List.of("SEK 12", "SEK 8.50"), "12", "8.50");
    }

    @Test
    void decimal_commas_have_units_too() {
        var written = CellStyles.of(List.of("a"), List.of(List.of("12,5 kg", "1.200,25 kg")), false);
        assertThat(written.getFirst().style().label()).isEqualTo("comma kg");
        assertThat(written.getFirst().style().read("1.200,25 kg")).isEqualTo("1200.25");
    }

    @Test
    void thousands_and_millions_multiply() {
        read("multiplied plain", List.of("950", "10k", "1.2M"), "950", "10000", "1200000");
        read("multiplied plain", List.of("$8.7M", "$201k"), "8700000", "201000");
    }

    @Test
    void mixed_units_stay_text_and_are_told() {
        for (var cells : List.of(
                List.of("1 kg", "500 g", "2 kg"), List.of("$5", "€7", "$9"), List.of("5 USD", "7 EUR", "9 USD"))) {
            var written = written(cells);
            assertThat(written.style()).isEqualTo(NumberStyle.PLAIN);
            assertThat(written.doubts())
                    .singleElement()
                    .asString()
                    .contains("different units")
                    .contains("(2)", "(1)");
        }
    }

    @Test
    void words_behind_numbers_are_no_units() {
        for (var cells : List.of(
                List.of("12 Main Street", "14 Oak Road"),
                List.of("1st", "2nd", "3rd"),
                List.of("12a", "12b", "14c"),
                List.of("1920x1080", "1366x768"),
                List.of("5'11\"", "6'1\""),
                List.of("5 May", "6 June"),
                List.of("0.png", "1.png"),
                List.of("12", "13", "14", "15", "16", "17", "18a"))) {
            assertThat(written(cells)).as("%s", cells).isEqualTo(Written.PLAIN);
        }
    }

    private static void read(String label, List<String> cells, String... numbers) {
        var style = written(cells).style();
        assertThat(style.label()).isEqualTo(label);
        assertThat(cells.stream().map(style::plain)).containsExactly(numbers);
    }

    private static Written written(List<String> cells) {
        return CellStyles.of(List.of("a"), List.of(cells), true).getFirst();
    }
}
