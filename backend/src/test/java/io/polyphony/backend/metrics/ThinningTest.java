package io.polyphony.backend.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {
    @Test
    void keeps_a_short_curve_as_it_is() {
        var points = wave(40);

        assertThat(Thinning.thin(points, 40)).isEqualTo(points);
    }

    @Test
    void keeps_the_ends_and_the_only_peak_of_a_long_curve() {
        var points = IntStream.rangeClosed(1, 10_000)
                .mapToObj(step -> new Curve.Point(step, step == 7777 ? 1 : 0))
                .toList();

        var thin = Thinning.thin(points, 100);

        assertThat(thin).hasSizeLessThanOrEqualTo(100).contains(new Curve.Point(7777, 1));
        assertThat(thin.getFirst().step()).isEqualTo(1);
        assertThat(thin.getLast().step()).isEqualTo(10_000);
    }

    @Test
    void stays_in_order_and_below_the_limit() {
        var thin = Thinning.thin(wave(5000), 501);

        assertThat(thin).hasSizeBetween(300, 501);
        assertThat(thin.stream().map(Curve.Point::step)).isSorted().doesNotHaveDuplicates();
    }

    private static List<Curve.Point> wave(int length) {
        return IntStream.rangeClosed(1, length)
                .mapToObj(step -> new Curve.Point(step, Math.sin(step / 10.0)))
                .toList();
    }
}
