package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.data.Mirror;
import io.polyphony.engine.data.Sampling;
import io.polyphony.engine.fusion.Gated;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.weighting.Equal;
import io.polyphony.engine.weighting.Famo;
import io.polyphony.engine.weighting.WeightingSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows mixed, mirrored and drawn more or less often, with missing inputs and labels: it learns, and resumes bit for bit. */
class MixupTrainingTest {
    private final Orchestra orchestra = new Orchestra();
    private final NetworkSpec network = orchestra.network(new Gated(8, 0.2, 0.1), "table", "words", "picture");

    private static TrainingSpec spec(int epochs, WeightingSpec weighting, Sampling sampling) {
        var usual = Orchestra.training(epochs, weighting, 3);
        return new TrainingSpec(
                usual.pace(),
                usual.descent(),
                weighting,
                usual.loss(),
                AugmentSpec.none()
                        .varied(1, 1, 1, 1)
                        .mirrored(Mirror.SIDEWAYS)
                        .mixed(0.4)
                        .drawn(sampling),
                3);
    }

    @Test
    void a_pause_within_an_epoch_loses_nothing() {
        var weighting = new Famo(0.025, 1e-3);
        var whole = new Diary();
        var expected = orchestra
                .trainer(network, spec(4, weighting, Sampling.OVERSAMPLE))
                .run(null, whole);
        var first = new PausedWithin(3);
        var paused = (TrainingOutcome.Interrupted) orchestra
                .trainer(network, spec(4, weighting, Sampling.OVERSAMPLE))
                .run(null, first, Duration.ZERO);
        var second = new Diary();
        var actual = new Orchestra()
                .trainer(network, spec(4, weighting, Sampling.OVERSAMPLE))
                .run(paused.checkpoint(), second);
        var joined = new ArrayList<>(first.facts());
        joined.addAll(second.facts());
        assertThat(joined).isEqualTo(whole.facts());
        assertThat(bits(actual)).isEqualTo(bits(expected));
    }

    private static Object bits(TrainingOutcome outcome) {
        return ResumeTest.bits(((TrainingOutcome.Completed) outcome).model().weights());
    }

    @Test
    void it_learns_from_mixed_rows() {
        var outcome = orchestra
                .trainer(network, spec(20, new Equal(), Sampling.UNDERSAMPLE))
                .run(null, new Diary());
        var metrics = ((TrainingOutcome.Completed) outcome).best();
        assertThat(metric(metrics, "instrument", "accuracy")).isGreaterThan(0.75);
        assertThat(metric(metrics, "pitch", "r2")).isGreaterThan(0.5);
    }

    private static double metric(Map<String, Map<String, Double>> metrics, String task, String metric) {
        return requireNonNull(requireNonNull(metrics.get(task)).get(metric));
    }
}
