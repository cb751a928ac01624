package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.fusion.Average;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.fusion.FusionSpec;
import io.polyphony.engine.fusion.Gated;
import io.polyphony.engine.fusion.Late;
import io.polyphony.engine.fusion.WeightedAverage;
import io.polyphony.engine.weighting.Equal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
    private final Orchestra orchestra = new Orchestra();

    static Stream<FusionSpec> fusions() {
        return Stream.of(
                new Average(16, 0.1, 0.1),
                new WeightedAverage(16, 0.1, 0.1),
                new Concatenation(16, 1, 0.1, 0.1),
                new Gated(16, 0.1, 0.1),
                new Late(16, 0.1, 0.1));
    }

    @ParameterizedTest
    @MethodSource("fusions")
    void learns_all_tasks_from_all_modalities_with_every_fusion(FusionSpec fusion) {
        var network = orchestra.network(fusion, Orchestra.everything());
        var outcome = orchestra
                .trainer(network, Orchestra.training(15, new Equal(), 1))
                .run(null, new Diary());
        assertThat(outcome).isInstanceOfSatisfying(TrainingOutcome.Completed.class, completed -> {
            assertThat(metric(completed, "instrument", "accuracy")).isGreaterThan(0.9);
            assertThat(metric(completed, "loud", "roc_auc")).isGreaterThan(0.9);
            assertThat(metric(completed, "pitch", "r2")).isGreaterThan(0.8);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "words", "terms", "picture", "sound"})
    void learns_the_instrument_from_each_modality_alone(String input) {
        var network = orchestra.network(new Average(16, 0, 0), input);
        var outcome = orchestra
                .trainer(network, Orchestra.training(25, new Equal(), 1))
                .run(null, new Diary());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        TrainingOutcome.Completed.class,
                        completed -> assertThat(metric(completed, "instrument", "accuracy"))
                                .isGreaterThan(0.75));
    }

    @Test
    void an_untrained_network_costs_what_the_trained_one_does() {
        var network = orchestra.network(new Gated(16, 0, 0), "table", "words");
        var trainer = orchestra.trainer(network, Orchestra.training(2, new Equal(), 1));
        var before = Bundle.of(trainer.untrained(), "{}");
        assertThat(trainer.run(null, new Diary()))
                .isInstanceOfSatisfying(TrainingOutcome.Completed.class, completed -> {
                    var after = Bundle.of(completed.model(), "{}");
                    assertThat(before.parameters()).isEqualTo(after.parameters());
                    assertThat((double) before.size()).isCloseTo(after.size(), withinPercentage(10));
                });
        assertThat(trainer.untrained().weights().dense())
                .isEqualTo(trainer.untrained().weights().dense());
    }

    private static double metric(TrainingOutcome.Completed completed, String task, String metric) {
        return requireNonNull(requireNonNull(completed.best().get(task)).get(metric));
    }
}
