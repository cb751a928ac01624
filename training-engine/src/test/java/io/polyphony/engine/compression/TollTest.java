package io.polyphony.engine.compression;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.Half;
import io.polyphony.engine.export.Int8;
import io.polyphony.engine.export.Packing;
import io.polyphony.engine.export.TrainedModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What smaller models gain and cost. */
class TollTest {
    private static final Spiral SPIRAL = new Spiral();
    private static final TrainedModel MODEL = SPIRAL.trained(48, 30);
    private static final Bundle BUNDLE = Bundle.of(MODEL, "{}");
    private static final Footprint BEFORE = Footprint.of(BUNDLE, SPIRAL.table, Spiral.validationRows());

    static List<Packing> rounding() {
        return List.of(new Half(), new Int8());
    }

    @ParameterizedTest
    @MethodSource("rounding")
    void a_rounded_model_is_smaller_and_answers_nearly_the_same(Packing packing) {
        var rounded = BUNDLE.with(network -> network.packed(packing));
        var toll = new Toll(BEFORE, Footprint.of(rounded, SPIRAL.table, Spiral.validationRows()));
        assertThat(toll.after().bytes()).isLessThan(toll.before().bytes() * 7 / 10);
        assertThat(toll.after().singleMillis()).isPositive();
        var losses = toll.losses(Map.of("sector", "accuracy", "far", "mae"));
        assertThat(requireNonNull(losses.get("sector"))).isLessThanOrEqualTo(0.02);
        assertThat(requireNonNull(losses.get("far"))).isLessThanOrEqualTo(0.01);
        var said = requireNonNull(
                BUNDLE.predict(SPIRAL.table, Spiral.validationRows()).get("sector"));
        var now = requireNonNull(
                rounded.predict(SPIRAL.table, Spiral.validationRows()).get("sector"));
        for (int row = 0; row < said.rows(); row++) {
            assertThat(now.scores()[row]).containsExactly(said.scores()[row], within(0.1f));
        }
    }

    @Test
    void losses_point_the_same_way_for_every_metric() {
        var better = new Footprint(1, 1, 0, 1, 1, Map.of("a", Map.of("accuracy", 0.9), "b", Map.of("mae", 2.0)));
        var worse = new Footprint(1, 1, 0, 1, 1, Map.of("a", Map.of("accuracy", 0.8), "b", Map.of("mae", 3.0)));
        var losses = new Toll(better, worse).losses(Map.of("a", "accuracy", "b", "mae"));
        assertThat(requireNonNull(losses.get("a"))).isCloseTo(0.1, within(1e-12));
        assertThat(losses).containsEntry("b", 1.0);
    }

    @Test
    void zeros_are_counted() {
        assertThat(BEFORE.zeros()).isLessThan(0.01);
        assertThat(BEFORE.parameters()).isEqualTo(BUNDLE.parameters());
    }
}
