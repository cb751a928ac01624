package io.polyphony.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.fusion.Concatenation;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.weighting.Equal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    private final Orchestra orchestra = new Orchestra();
    private final NetworkSpec network =
            orchestra.network(new Concatenation(16, 1, 0.2, 0.2), "table", "words", "picture", "sound");

    @Test
    void same_seed_same_bits_and_another_seed_other_losses() {
        assertThat(train(1, new Diary())).isEqualTo(train(1, new Diary())).isNotEqualTo(train(2, new Diary()));
    }

    @Test
    void two_trainings_side_by_side_are_as_one_alone() throws Exception {
        var alone = List.of(train(1, new Diary()), train(2, new Diary()));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var together = new ArrayList<Future<List<String>>>();
            for (long seed : new long[] {1, 2, 1, 2}) {
                together.add(threads.submit(() -> train(seed, new Diary())));
            }
            for (int i = 0; i < together.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i % 2));
            }
        }
    }

    /** Native memory is only safe as long as something holds its array: collect garbage as often as can be. */
    @Test
    void a_storm_of_garbage_collections_changes_nothing() {
        var calm = train(1, new Diary());
        assertThat(train(1, new Stormy())).isEqualTo(calm);
    }

    /** Every fact and every weight, as text. */
    private List<String> train(long seed, Diary diary) {
        var outcome = orchestra
                .trainer(network, Orchestra.training(3, new Equal(), seed))
                .run(null, diary, Duration.ZERO);
        var facts = new ArrayList<>(diary.facts());
        facts.add(ResumeTest.bits(((TrainingOutcome.Completed) outcome).model().weights())
                .toString());
        return facts;
    }

    private static final class Stormy extends Diary {
        private final List<byte[]> garbage = new ArrayList<>();

        @Override
        public Verdict afterEpoch(EpochReport report, Supplier<Checkpoint> checkpoint) {
            System.gc();
            return super.afterEpoch(report, checkpoint);
        }

        @Override
        public Verdict duringEpoch(StepReport report) {
            garbage.clear();
            garbage.add(new byte[1 << 20]);
            System.gc();
            return Verdict.CONTINUE;
        }
    }
}
