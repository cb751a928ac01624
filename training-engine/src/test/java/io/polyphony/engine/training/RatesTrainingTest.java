package io.polyphony.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.engine.export.Weights;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.CosineSchedule;
import io.polyphony.engine.program.Ownership;
import io.polyphony.engine.weighting.Equal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Encoders that wait and heads that hurry, in a whole training. */
class RatesTrainingTest {
    private static final RateSpec FROZEN = new RateSpec(Map.of(), Map.of("words", 100));
    private final Orchestra orchestra = new Orchestra();
    private final NetworkSpec network = orchestra.network(new Concatenation(16, 1, 0.1, 0.1), "table", "words");

    @Test
    void learns_and_goes_on_bit_for_bit_after_a_pause() {
        var rates = new RateSpec(Map.of("instrument", 2.0, "pitch", 0.5), Map.of("words", 6));
        new PausedTraining(orchestra, network, training(10, 0.02, rates)).assertLearnsAndLosesNothing();
    }

    /** Two trainings that begin alike and go different ways end with the same vectors of words, as these never moved. */
    @Test
    void a_frozen_encoder_stays_as_it_began() {
        var slow = weights(training(2, 0.001, FROZEN));
        var fast = weights(training(2, 0.05, FROZEN));
        assertThat(fast.tables().getLast()).isEqualTo(slow.tables().getLast());
        assertThat(fast.dense()).isNotEqualTo(slow.dense());
    }

    @Test
    void an_encoder_thaws_after_its_epochs() {
        var thawed = new RateSpec(Map.of(), Map.of("words", 1));
        var once = weights(training(1, 0.02, thawed)).tables().getLast();
        var frozen = weights(training(3, 0.02, FROZEN)).tables().getLast();
        var later = weights(training(3, 0.02, thawed)).tables().getLast();
        assertThat(once).isEqualTo(frozen);
        assertThat(later).isNotEqualTo(frozen);
    }

    @Test
    void a_task_has_a_rate_of_its_own() {
        var ownership = new Ownership(Map.of("w.weight", "words"), Map.of("head.weight", "pitch", "w.weight", "pitch"));
        var spec = new RateSpec(Map.of("pitch", 3.0), Map.of("words", 2));
        var rates = new Rates(spec, ownership, true);
        assertThat(rates.rate("head.weight", 1)).isEqualTo(3);
        assertThat(rates.rate("trunk.weight", 1)).isEqualTo(1);
        assertThat(rates.rate("w.weight", 2)).isZero();
        assertThat(rates.rate("w.weight", 3)).isEqualTo(3);
        assertThat(new Rates(spec, ownership, false).rate("head.weight", 1)).isEqualTo(1);
        assertThatThrownBy(() -> new RateSpec(Map.of("pitch", 0.0), Map.of())).hasMessageContaining("rate of pitch");
    }

    private Weights weights(TrainingSpec spec) {
        return ((TrainingOutcome.Completed) orchestra.trainer(network, spec).run(null, new Diary()))
                .model()
                .weights();
    }

    private static TrainingSpec training(int epochs, double learningRate, RateSpec rates) {
        var usual = Orchestra.training(epochs, new Equal(), 3);
        var descent = DescentSpec.of(new AdamW(learningRate, 1e-3), new CosineSchedule(0.05))
                .clipped(1)
                .at(rates);
        return new TrainingSpec(usual.pace(), descent, usual.weighting(), usual.loss(), usual.augment(), usual.seed());
    }
}
