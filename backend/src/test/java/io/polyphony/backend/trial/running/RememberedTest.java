package io.polyphony.backend.trial.running;

import static io.polyphony.backend.trial.TrialState.COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.trial.TrialCount;
import io.polyphony.backend.trial.TrialOrigin;
import io.polyphony.backend.trial.TrialProgress;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.trial.Trial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private static final ExperimentId EXPERIMENT = ExperimentId.next();

    private final Remembered memory = new Remembered();

    @Test
    void settles_up_to_the_first_open_trial_and_remembers_what_ended_beyond() {
        memory.end(row(1, TrialOrigin.SEARCH, COMPLETED), trial(1));
        memory.end(row(2, TrialOrigin.REFEREE, COMPLETED), null);
        var late = row(4, TrialOrigin.SEARCH, COMPLETED);
        memory.end(late, trial(4));
        memory.settle(3);
        assertThat(memory.from()).isEqualTo(3);
        assertThat(memory.beyond()).containsExactly(late.id());
        assertThat(memory.with(List.of(Trial.waiting(3, ANY))))
                .extracting(Trial::number)
                .containsExactly(1, 3, 4);
    }

    @Test
    void everything_settles_once_nothing_is_open() {
        memory.end(row(4, TrialOrigin.SEARCH, COMPLETED), trial(4));
        memory.end(row(7, TrialOrigin.SEARCH, COMPLETED), trial(7));
        memory.settle(Integer.MAX_VALUE);
        assertThat(memory.from()).isEqualTo(8);
        assertThat(memory.beyond()).isEmpty();
        assertThat(memory.with(List.of())).extracting(Trial::number).containsExactly(4, 7);
    }

    @Test
    void counts_what_has_ended_by_where_it_came_from() {
        memory.end(row(1, TrialOrigin.FIRST, COMPLETED), trial(1));
        memory.end(row(2, TrialOrigin.REFEREE, COMPLETED), null);
        memory.end(row(3, TrialOrigin.IMPORTED, COMPLETED), trial(3));
        memory.end(row(4, TrialOrigin.SEARCH, TrialState.PRUNED), trial(4));
        memory.end(row(5, TrialOrigin.ENQUEUED, TrialState.FAILED), trial(5));
        memory.end(row(6, TrialOrigin.IMPORTED, TrialState.FAILED), trial(6));
        memory.end(row(7, TrialOrigin.SEARCH, TrialState.DIVERGED), trial(7));
        memory.settle(5);
        assertThat(memory.count()).isEqualTo(new TrialCount(4, 1, 1, 3, 7));
        assertThat(memory.count().and(row(9, TrialOrigin.SEARCH, TrialState.RUNNING)))
                .isEqualTo(new TrialCount(5, 1, 1, 3, 9));
    }

    private static final Assignment ANY = new Assignment(Map.of());

    private static Trial trial(int number) {
        return Trial.completed(number, ANY, 1.0);
    }

    private static io.polyphony.backend.trial.Trial row(int number, TrialOrigin origin, TrialState state) {
        return new io.polyphony.backend.trial.Trial(
                TrialId.next(),
                EXPERIMENT,
                number,
                origin,
                state,
                1,
                1,
                ANY,
                List.of("stars"),
                List.of("table"),
                "#" + number,
                1,
                null,
                TrialProgress.NONE,
                Map.of(),
                Instant.EPOCH,
                null,
                null);
    }
}
