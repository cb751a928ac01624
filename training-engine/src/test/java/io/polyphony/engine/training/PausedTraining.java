package io.polyphony.engine.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.network.NetworkSpec;
import java.time.Duration;
import java.util.ArrayList;

/** A training of the orchestra's instruments, once in one go and once with a pause. */
record PausedTraining(Orchestra orchestra, NetworkSpec network, TrainingSpec spec) {
    private static final int PAUSED_AT_STEP = 4;

    /** It learns its task, and a pause within an epoch changes no bit of what it reports and of what it becomes. */
    void assertLearnsAndLosesNothing() {
        var whole = new Diary();
        var expected =
                (TrainingOutcome.Completed) orchestra.trainer(network, spec).run(null, whole);
        assertThat(requireNonNull(expected.best().get("instrument")).get("accuracy"))
                .isGreaterThan(0.8);
        var paused = new PausedWithin(PAUSED_AT_STEP);
        var interrupted =
                (TrainingOutcome.Interrupted) orchestra.trainer(network, spec).run(null, paused, Duration.ZERO);
        var rest = new Diary();
        var actual =
                (TrainingOutcome.Completed) orchestra.trainer(network, spec).run(interrupted.checkpoint(), rest);
        var joined = new ArrayList<>(paused.facts());
        joined.addAll(rest.facts());
        assertThat(joined).isEqualTo(whole.facts());
        assertThat(ResumeTest.bits(actual.model().weights()))
                .isEqualTo(ResumeTest.bits(expected.model().weights()));
    }
}
