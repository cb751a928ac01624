package io.polyphony.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.export.Weights;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.optimizer.Adam;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.ConstantSchedule;
import io.polyphony.engine.optimizer.Lion;
import io.polyphony.engine.optimizer.OptimizerSpec;
import io.polyphony.engine.optimizer.RmsProp;
import io.polyphony.engine.optimizer.Sgd;
import io.polyphony.engine.weighting.Equal;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trainings that begin where another ended, and weights that stay zero in them. */
class HeldTest {
    private final Orchestra orchestra = new Orchestra();
    private final NetworkSpec network = orchestra.network(new Concatenation(16, 1, 0.1, 0.1), "table", "words");
    private final TrainedModel model = completed(orchestra.trainer(network, Orchestra.training(3, new Equal(), 3)));

    static List<OptimizerSpec> optimizers() {
        return List.of(
                new Adam(0.01),
                new AdamW(0.01, 0.1),
                new Sgd(0.05, 0.9, 0.1),
                new RmsProp(0.01, 0.1),
                new Lion(0.003, 0.1));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void zeros_stay_zeros_under_every_optimizer_and_average(OptimizerSpec optimizer) {
        var spec = spec(optimizer, 1.5);
        var tuned = completed(orchestra
                .trainer(network, spec)
                .guided(Guidance.from(model.weights()).holding(everyThird(model.weights()))));
        var free = completed(orchestra.trainer(network, spec).guided(Guidance.from(model.weights())));
        assertThirdsAreZero(tuned.weights().dense(), model.weights().dense());
        assertThat(free.weights().dense()[3]).isNotZero();
        for (int i = 0; i < model.weights().tables().size(); i++) {
            assertThirdsAreZero(
                    tuned.weights().tables().get(i), model.weights().tables().get(i));
        }
    }

    private static void assertThirdsAreZero(float[] tuned, float[] before) {
        int moved = 0;
        for (int i = 0; i < tuned.length; i++) {
            if (i % 3 == 0) {
                assertThat(tuned[i]).isZero();
            } else {
                moved += tuned[i] == before[i] ? 0 : 1;
            }
        }
        assertThat(moved).isGreaterThan(tuned.length / 20);
    }

    /** So small a rate moves next to nothing: what is left is what the training began with. */
    @Test
    void a_training_goes_on_from_given_weights() {
        var start = model.weights();
        var still = completed(
                orchestra.trainer(network, spec(new Sgd(1e-12, 0, 0), 0)).guided(Guidance.from(start)));
        assertThat(still.weights().dense()).isEqualTo(start.dense());
        assertThat(still.weights().tables().toArray(float[][]::new))
                .isDeepEqualTo(start.tables().toArray(float[][]::new));
    }

    @Test
    void a_guided_training_survives_a_pause_but_belongs_to_its_start() {
        var spec = spec(new AdamW(0.01, 0.1), 0);
        var guidance = Guidance.from(model.weights()).holding(everyThird(model.weights()));
        var expected = completed(orchestra.trainer(network, spec).guided(guidance));
        var paused = new PausedWithin(2);
        var interrupted = (TrainingOutcome.Interrupted)
                orchestra.trainer(network, spec).guided(guidance).run(null, paused, Duration.ZERO);
        var resumed = (TrainingOutcome.Completed)
                orchestra.trainer(network, spec).guided(guidance).run(interrupted.checkpoint(), new Diary());
        assertThat(ResumeTest.bits(resumed.model().weights())).isEqualTo(ResumeTest.bits(expected.weights()));
        assertThatThrownBy(() -> orchestra.trainer(network, spec).run(interrupted.checkpoint(), new Diary()))
                .hasMessageContaining("another training");
    }

    @Test
    void weights_of_another_network_are_refused() {
        var other = orchestra.network(new Concatenation(8, 1, 0, 0), "table", "words");
        var trainer = orchestra.trainer(other, spec(new Adam(0.01), 0)).guided(Guidance.from(model.weights()));
        assertThatThrownBy(() -> trainer.run(null, new Diary())).hasMessageContaining("another network");
        assertThatThrownBy(() -> Guidance.NONE.holding(everyThird(model.weights())))
                .hasMessageContaining("none to start from");
    }

    private static Held everyThird(Weights weights) {
        return new Held(
                thirds(weights.dense()),
                weights.tables().stream().map(HeldTest::thirds).toList());
    }

    private static BitSet thirds(float[] array) {
        var places = new BitSet(array.length);
        for (int i = 0; i < array.length; i += 3) {
            places.set(i);
        }
        return places;
    }

    private static TrainingSpec spec(OptimizerSpec optimizer, double averaging) {
        return new TrainingSpec(
                PaceSpec.of(2, 20),
                new DescentSpec(optimizer, new ConstantSchedule(), 1, averaging),
                new Equal(),
                LossSpec.plain(),
                AugmentSpec.none(),
                5);
    }

    private static TrainedModel completed(Trainer trainer) {
        return ((TrainingOutcome.Completed) trainer.run(null, new Diary())).model();
    }
}
