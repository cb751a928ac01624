package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.data.AugmentSpec;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.loss.RegressionLoss;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.optimizer.Adam;
import io.polyphony.engine.optimizer.AdamW;
import io.polyphony.engine.optimizer.CosineSchedule;
import io.polyphony.engine.optimizer.ExponentialSchedule;
import io.polyphony.engine.optimizer.Lion;
import io.polyphony.engine.optimizer.OneCycleSchedule;
import io.polyphony.engine.optimizer.OptimizerSpec;
import io.polyphony.engine.optimizer.PlateauSchedule;
import io.polyphony.engine.optimizer.RmsProp;
import io.polyphony.engine.optimizer.ScheduleSpec;
import io.polyphony.engine.optimizer.Sgd;
import io.polyphony.engine.optimizer.StepSchedule;
import io.polyphony.engine.weighting.Equal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Optimizers, schedules and averaged weights in a whole training: it learns, and an interruption changes no bit. */
class OptimizerTrainingTest {
    private final Orchestra orchestra = new Orchestra();
    private final NetworkSpec network =
            orchestra.network(new Concatenation(16, 1, 0.1, 0.1), "table", "words", "terms");

    static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of(new AdamW(0.02, 0.1), new CosineSchedule(0.05), 0.5),
                Arguments.of(new Adam(0.02), new PlateauSchedule(0.5, 1), 0),
                Arguments.of(new Sgd(0.05, 0.9, 1e-3), new OneCycleSchedule(0.3), 0),
                Arguments.of(new RmsProp(0.01, 1e-3), new StepSchedule(0.3, 2), 0.3),
                Arguments.of(new Lion(0.005, 0.1), new ExponentialSchedule(0.1), 0));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void learns_and_goes_on_bit_for_bit_after_a_pause(
            OptimizerSpec optimizer, ScheduleSpec schedule, double averaging) {
        new PausedTraining(orchestra, network, training(optimizer, schedule, averaging)).assertLearnsAndLosesNothing();
    }

    /** What is judged, kept and exported is the average; what is trained is not touched by it. */
    @Test
    void averaged_weights_are_what_is_judged_and_exported() {
        var plain = new Diary();
        var averaged = new Diary();
        var schedule = new CosineSchedule(0.05);
        var trained = (TrainingOutcome.Completed) orchestra
                .trainer(network, training(new Adam(0.02), schedule, 0))
                .run(null, plain);
        var average = (TrainingOutcome.Completed) orchestra
                .trainer(network, training(new Adam(0.02), schedule, 1))
                .run(null, averaged);
        for (int epoch = 0; epoch < plain.reports.size(); epoch++) {
            var one = plain.reports.get(epoch);
            var other = averaged.reports.get(epoch);
            assertThat(other.totalLoss()).isEqualTo(one.totalLoss());
            assertThat(other.tasks()).isNotEqualTo(one.tasks());
        }
        assertThat(ResumeTest.bits(average.model().weights()))
                .isNotEqualTo(ResumeTest.bits(trained.model().weights()));
        var again = average.model().predict(orchestra.validation(average.model().preprocessor()));
        // Batches of another size are summed in another order.
        var judged = requireNonNull(average.best().get("loud"));
        Metrics.evaluate(requireNonNull(again.get("loud")))
                .forEach((name, value) -> assertThat(value).as(name).isCloseTo(judged.get(name), within(1e-6)));
    }

    private static TrainingSpec training(OptimizerSpec optimizer, ScheduleSpec schedule, double averaging) {
        return new TrainingSpec(
                PaceSpec.of(10, 20),
                new DescentSpec(optimizer, schedule, 1, averaging),
                new Equal(),
                new LossSpec(0.02, true, RegressionLoss.HUBER, 0),
                AugmentSpec.none().varied(0.5, 0.5, 0.5, 0.5),
                3);
    }
}
