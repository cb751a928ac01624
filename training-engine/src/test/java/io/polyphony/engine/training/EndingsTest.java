package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.data.Block;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.encoder.MeanEmbedding;
import io.polyphony.engine.fusion.Average;
import io.polyphony.engine.loss.LossSpec;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.weighting.Equal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a training can end other than by its last epoch. */
class EndingsTest {
    private final Orchestra orchestra = new Orchestra();
    private final NetworkSpec network = orchestra.network(new Average(8, 0, 0), "table");

    @ParameterizedTest
    @EnumSource(value = Verdict.class, names = "CONTINUE", mode = EnumSource.Mode.EXCLUDE)
    void a_verdict_within_an_epoch_ends_it(Verdict verdict) {
        var monitor = new Diary() {
            @Override
            public Verdict duringEpoch(StepReport report) {
                return report.epoch() == 2 && report.step() == 3 ? verdict : Verdict.CONTINUE;
            }
        };
        var outcome = trainer(9).run(null, monitor, Duration.ZERO);
        assertThat(outcome).isInstanceOfSatisfying(TrainingOutcome.Interrupted.class, interrupted -> {
            assertThat(interrupted.why()).isEqualTo(verdict);
            assertThat(interrupted.checkpoint().epoch()).isEqualTo(1);
        });
    }

    @Test
    void a_number_that_is_none_ends_it_as_diverged() {
        var preprocessor = orchestra.fit(network);
        var train = orchestra.train(preprocessor);
        var numbers = (Block.Dense) requireNonNull(
                requireNonNull(train.inputs().get("table")).blocks().get(InputLayout.NUMBERS));
        numbers.values()[17] = Float.NaN;
        var trainer = new Trainer(
                network,
                Orchestra.training(3, new Equal(), 1),
                preprocessor,
                train,
                orchestra.validation(preprocessor));
        assertThat(trainer.run(null, new Diary())).isInstanceOfSatisfying(TrainingOutcome.Diverged.class, diverged -> {
            assertThat(diverged.epoch()).isEqualTo(1);
            assertThat(diverged.reason()).contains("NaN").contains("learning rate");
        });
    }

    @Test
    void patience_ends_it_and_the_best_epoch_is_kept() {
        var spec = Orchestra.training(200, new Equal(), 1);
        var impatient = limited(spec, 200, 2, null);
        var diary = new Diary();
        var completed = (TrainingOutcome.Completed)
                orchestra.trainer(network, impatient).run(null, diary);
        assertThat(diary.reports).hasSize(completed.bestEpoch() + 2);
        var scores = diary.reports.stream().map(EpochReport::score).toList();
        assertThat(scores.get(completed.bestEpoch() - 1))
                .isEqualTo(scores.stream().max(Double::compare).orElseThrow());
    }

    @Test
    void the_time_limit_ends_it_with_the_best_so_far() {
        var spec = Orchestra.training(10_000, new Equal(), 1);
        var limited = limited(spec, 10_000, 0, 0.0);
        var diary = new Diary();
        assertThat(orchestra.trainer(network, limited).run(null, diary)).isInstanceOf(TrainingOutcome.Completed.class);
        assertThat(diary.reports).hasSize(1);
    }

    @Test
    void a_training_that_cannot_fit_is_refused_with_advice() {
        orchestra.encoders.put("words", new MeanEmbedding(4_000_000, 8, 1024, 0));
        var vast = orchestra.network(new Average(4096, 0, 0), "table", "words");
        var preprocessor = orchestra.fit(vast);
        var needed = Trainer.memory(vast, Orchestra.training(1, new Equal(), 1), preprocessor, Orchestra.TRAIN);
        assertThatThrownBy(() -> new MemoryBudget(needed.deviceBytes(), needed.heapBytes() - 1).require(needed, 20))
                .isInstanceOf(TooLarge.class)
                .hasMessageContaining("smaller batch (now 20)");
        assertThatThrownBy(() -> new MemoryBudget(needed.deviceBytes() - 1, needed.heapBytes()).require(needed, 20))
                .isInstanceOf(TooLarge.class);
        new MemoryBudget(needed.deviceBytes(), needed.heapBytes()).require(needed, 20);
    }

    @Test
    void reports_tell_what_a_table_of_trials_needs() {
        var asked = new AtomicInteger();
        var diary = new Diary() {
            @Override
            public Verdict afterEpoch(EpochReport report, Supplier<Checkpoint> checkpoint) {
                asked.incrementAndGet();
                return super.afterEpoch(report, checkpoint);
            }
        };
        trainer(2).run(null, diary);
        assertThat(asked).hasValue(2);
        var last = diary.reports.getLast();
        assertThat(last.tasks().keySet()).containsExactly("instrument", "loud", "pitch");
        assertThat(last.rowsPerSecond()).isPositive();
        assertThat(last.secondsLeft()).isZero();
        assertThat(last.learningRate()).isPositive();
        assertThat(last.tasks().values()).allSatisfy(task -> {
            assertThat(task.trainLoss()).isPositive();
            assertThat(task.validationLoss()).isPositive();
            assertThat(task.lossWeight()).isPositive();
            assertThat(task.metrics()).isNotEmpty();
        });
    }

    private Trainer trainer(int epochs) {
        return orchestra.trainer(network, Orchestra.training(epochs, new Equal(), 1));
    }

    private static TrainingSpec limited(TrainingSpec spec, int epochs, int patience, @Nullable Double seconds) {
        return new TrainingSpec(
                new PaceSpec(epochs, spec.pace().batchSize(), patience, seconds),
                spec.descent(),
                spec.weighting(),
                LossSpec.plain(),
                spec.augment(),
                spec.seed());
    }
}
