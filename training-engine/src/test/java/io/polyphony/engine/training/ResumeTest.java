package io.polyphony.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.checkpoint.UnusableCheckpoint;
import io.polyphony.engine.export.Weights;
import io.polyphony.engine.fusion.Gated;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.weighting.Uncertainty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A training that was interrupted ends bit for bit as one that was not. */
class ResumeTest {
    private final Orchestra orchestra = new Orchestra();
    private final NetworkSpec network = orchestra.network(new Gated(8, 0.2, 0.2), "table", "words", "terms", "picture");
    private final TrainingSpec spec = Orchestra.training(6, new Uncertainty(), 7);

    @Test
    void three_epochs_a_checkpoint_and_three_more_are_six() {
        var whole = new Diary();
        var expected = completed(orchestra.trainer(network, spec).run(null, whole));
        var firstHalf = new Interrupter(3, Integer.MAX_VALUE);
        var interrupted =
                (TrainingOutcome.Interrupted) orchestra.trainer(network, spec).run(null, firstHalf);
        var stored = new Checkpoint(
                interrupted.checkpoint().epoch(), interrupted.checkpoint().toBytes());
        var secondHalf = new Diary();
        var actual = completed(new Orchestra().trainer(network, spec).run(stored, secondHalf));

        assertThat(stored.epoch()).isEqualTo(3);
        var joined = new ArrayList<>(firstHalf.facts());
        joined.addAll(secondHalf.facts());
        assertThat(joined).isEqualTo(whole.facts());
        assertSame(actual, expected);
    }

    @Test
    void a_pause_within_an_epoch_loses_nothing() {
        var whole = new Diary();
        var expected = completed(orchestra.trainer(network, spec).run(null, whole));
        var firstHalf = new Interrupter(Integer.MAX_VALUE, 13);
        var interrupted =
                (TrainingOutcome.Interrupted) orchestra.trainer(network, spec).run(null, firstHalf, Duration.ZERO);
        var secondHalf = new Diary();
        var actual = completed(orchestra.trainer(network, spec).run(interrupted.checkpoint(), secondHalf));

        assertThat(interrupted.why()).isEqualTo(Verdict.PAUSE);
        var joined = new ArrayList<>(firstHalf.facts());
        joined.addAll(secondHalf.facts());
        assertThat(joined).isEqualTo(whole.facts());
        assertSame(actual, expected);
    }

    @Test
    void the_checkpoint_of_an_epoch_can_be_kept_while_training_goes_on() {
        var kept = new ArrayList<Checkpoint>();
        var expected = completed(orchestra.trainer(network, spec).run(null, (report, checkpoint) -> {
            kept.add(checkpoint.get());
            return Verdict.CONTINUE;
        }));
        assertThat(kept).extracting(Checkpoint::epoch).containsExactly(1, 2, 3, 4, 5, 6);
        assertSame(completed(orchestra.trainer(network, spec).run(kept.get(1), new Diary())), expected);
    }

    @Test
    void a_checkpoint_of_another_training_is_refused() {
        var interrupted = (TrainingOutcome.Interrupted)
                orchestra.trainer(network, spec).run(null, new Interrupter(1, Integer.MAX_VALUE));
        var other = orchestra.trainer(network, Orchestra.training(6, new Uncertainty(), 8));
        assertThatThrownBy(() -> other.run(interrupted.checkpoint(), new Diary()))
                .isInstanceOf(UnusableCheckpoint.class)
                .hasMessageContaining("another training");
    }

    @Test
    void a_damaged_checkpoint_is_refused() {
        var interrupted = (TrainingOutcome.Interrupted)
                orchestra.trainer(network, spec).run(null, new Interrupter(1, Integer.MAX_VALUE));
        var bytes = interrupted.checkpoint().toBytes();
        bytes[bytes.length / 2] ^= 1;
        assertThatThrownBy(() -> orchestra.trainer(network, spec).run(new Checkpoint(1, bytes), new Diary()))
                .isInstanceOf(UnusableCheckpoint.class)
                .hasMessageContaining("damaged");
    }

    private static TrainingOutcome.Completed completed(TrainingOutcome outcome) {
        assertThat(outcome).isInstanceOf(TrainingOutcome.Completed.class);
        return (TrainingOutcome.Completed) outcome;
    }

    private static void assertSame(TrainingOutcome.Completed actual, TrainingOutcome.Completed expected) {
        assertThat(actual.bestEpoch()).isEqualTo(expected.bestEpoch());
        assertThat(actual.best()).isEqualTo(expected.best());
        assertThat(bits(actual.model().weights()))
                .isEqualTo(bits(expected.model().weights()));
    }

    static List<Integer> bits(Weights weights) {
        var bits = new ArrayList<Integer>();
        var vectors = new ArrayList<>(weights.tables());
        vectors.add(weights.dense());
        for (var vector : vectors) {
            for (float value : vector) {
                bits.add(Float.floatToRawIntBits(value));
            }
        }
        return bits;
    }

    /** Pauses after an epoch, or within one after so many questions. */
    private static final class Interrupter extends Diary {
        private final int epoch;
        private int questions;

        Interrupter(int epoch, int questions) {
            this.epoch = epoch;
            this.questions = questions;
        }

        @Override
        public Verdict afterEpoch(EpochReport report, Supplier<Checkpoint> checkpoint) {
            super.afterEpoch(report, checkpoint);
            return report.epoch() == epoch ? Verdict.PAUSE : Verdict.CONTINUE;
        }

        @Override
        public Verdict duringEpoch(StepReport report) {
            return --questions == 0 ? Verdict.PAUSE : Verdict.CONTINUE;
        }
    }
}
