package io.polyphony.frontend.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void a_line_goes_from_the_lowest_to_the_highest_step() {
        assertThat(Sparkline.path(new double[] {0, 5, 10})).isEqualTo("M0.0 38.5L100.0 20.0L200.0 1.5");
    }

    @Test
    void what_is_not_known_is_a_gap() {
        assertThat(Sparkline.path(new double[] {0, Double.NaN, 10, 10, 0}))
                .isEqualTo("M0.0 38.5M100.0 1.5L150.0 1.5L200.0 38.5");
        assertThat(Sparkline.path(new double[] {Double.NaN})).isEmpty();
        assertThat(Sparkline.path(new double[] {3, 3})).as("all the same").isEqualTo("M0.0 20.0L200.0 20.0");
    }

    @Test
    void of_long_series_no_peak_is_lost() {
        var steps = new double[100_000];
        steps[77_777] = 1;
        steps[33_333] = -1;
        var path = Sparkline.path(steps);
        assertThat(path).contains(" 1.5").contains(" 38.5");
        assertThat(path.chars().filter(c -> c == 'L').count()).isLessThan(400);
    }

    @Test
    void of_many_channels_the_first_are_drawn() {
        var drawn = Sparkline.of(List.of(new double[] {1}, new double[] {2, 3}), "2 channels");
        assertThat(drawn.getElement().getAttribute("aria-label")).isEqualTo("2 channels");
        assertThat(lines(2)).isEqualTo(2);
        assertThat(lines(20)).isEqualTo(8);
    }

    private static long lines(int channels) {
        var many = new double[channels][2];
        var svg =
                Sparkline.of(Arrays.asList(many), "").getChildren().findFirst().orElseThrow();
        return svg.getElement().getProperty("innerHTML", "").split("<path", -1).length - 1;
    }
}
