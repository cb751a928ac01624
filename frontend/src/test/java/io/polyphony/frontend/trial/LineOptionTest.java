package io.polyphony.frontend.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.metrics.Curve;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineOptionTest {
    @Test
    void lines_are_told_by_where_they_begin_and_end() {
        assertThat(LineOption.told(List.of(
                        line("up", new Curve.Point(1, 0.25), new Curve.Point(2, 0.5), new Curve.Point(9, 0.75)),
                        line("nothing yet"),
                        line("down", new Curve.Point(1, 2), new Curve.Point(3, 1.5)))))
                .isEqualTo(
                        "up from 0.2500 at epoch 1 to 0.7500 at epoch 9, down from 2.000 at epoch 1 to 1.500 at epoch 3");
    }

    private static LineOption.Line line(String name, Curve.Point... points) {
        return new LineOption.Line(
                name,
                "var(--voice-1)",
                "solid",
                new Curve(new TrialId(UUID.randomUUID()), name, "train", "loss", List.of(points)));
    }
}
