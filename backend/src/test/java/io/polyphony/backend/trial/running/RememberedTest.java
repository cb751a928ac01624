package io.polyphony.backend.trial.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.backend.common.TrialId;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final Remembered memory = new Remembered();

    @Test
    void settles_up_to_the_first_open_trial_and_remembers_what_ended_beyond() {
        var late = TrialId.next();
        memory.end(TrialId.next(), 1, trial(1));
        memory.end(TrialId.next(), 2, null);
        memory.end(late, 4, trial(4));
        memory.settle(3);
        assertThat(memory.from()).isEqualTo(3);
        assertThat(memory.beyond()).containsExactly(late);
        assertThat(memory.with(List.of(Trial.waiting(3, ANY))))
                .extracting(Trial::number)
                .containsExactly(1, 3, 4);
    }

    @Test
    void everything_settles_once_nothing_is_open() {
        memory.end(TrialId.next(), 4, trial(4));
        memory.end(TrialId.next(), 7, trial(7));
        memory.settle(Integer.MAX_VALUE);
        assertThat(memory.from()).isEqualTo(8);
        assertThat(memory.beyond()).isEmpty();
        assertThat(memory.with(List.of())).extracting(Trial::number).containsExactly(4, 7);
    }

    private static final Assignment ANY = new Assignment(Map.of());

    private static Trial trial(int number) {
        return Trial.completed(number, ANY, 1.0);
    }
}
