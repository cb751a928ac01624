package io.polyphony.backend.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.trial.AttemptView;
import io.polyphony.backend.trial.ExperimentAttempt;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTest {
    @Test
    void runs_of_one_worker_that_overlap_lie_in_lanes_of_their_own() {
        var runs = Timeline.of(List.of(
                run(4, "b", 0, 5), run(1, "a", 0, 10), run(3, "a", 10, null), run(2, "a", 5, 20), run(5, "a", 12, 30)));
        assertThat(runs)
                .extracting(TrialRun::worker, TrialRun::number, TrialRun::lane)
                .containsExactly(
                        tuple("b", 4, 0), tuple("a", 1, 0), tuple("a", 2, 1), tuple("a", 3, 0), tuple("a", 5, 2));
    }

    private static ExperimentAttempt run(int number, String worker, int from, @Nullable Integer to) {
        var attempt = new AttemptView(
                1,
                worker,
                "host",
                0,
                Instant.ofEpochSecond(from),
                to == null ? null : Instant.ofEpochSecond(to),
                to == null ? null : "completed");
        return new ExperimentAttempt(new TrialId(new UUID(0, number)), number, "#" + number, attempt);
    }
}
