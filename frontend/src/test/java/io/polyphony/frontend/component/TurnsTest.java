package io.polyphony.frontend.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<Runnable> arrivals = new ArrayList<>();
    private final Turns turns = new Turns(waiting::add, arrivals::add);

    @Test
    void a_burst_is_one_turn() {
        turns.soon();
        turns.soon();
        turns.soon();

        assertThat(waiting).hasSize(1);
    }

    @Test
    void the_next_turn_waits_for_the_last_to_arrive() {
        turns.soon();
        waiting.remove().run();
        turns.soon();
        turns.soon();
        assertThat(waiting).isEmpty();

        arrivals.getFirst().run();

        assertThat(waiting).hasSize(1);
    }

    @Test
    void nothing_asked_for_meanwhile_is_no_turn() {
        turns.soon();
        waiting.remove().run();
        arrivals.getFirst().run();

        assertThat(waiting).isEmpty();
    }

    @Test
    void what_arrives_late_a_second_time_ends_no_other_turn() {
        turns.soon();
        waiting.remove().run();
        arrivals.getFirst().run();
        turns.soon();
        waiting.remove().run();
        turns.soon();

        arrivals.getFirst().run();

        assertThat(waiting).isEmpty();
    }

    @Test
    void what_is_asked_for_during_a_turn_is_not_lost() {
        turns.soon();
        var turn = waiting.remove();
        turns.soon();
        turn.run();
        turns.soon();

        arrivals.getFirst().run();

        assertThat(waiting).hasSize(1);
    }
}
