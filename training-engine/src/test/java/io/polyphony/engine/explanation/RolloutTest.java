package io.polyphony.engine.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutTest {
    @Test
    void one_layer_hands_on_what_is_attended_to() {
        var rollout = new Rollout(new int[] {1, 1}, 3);
        var shares = rollout.of(List.<double[][]>of(new double[][] {{0.5, 0.1, 0.4}, {0, 1, 0}, {0, 0, 1}}));
        assertThat(shares[0]).isCloseTo(0.2, within(1e-12));
        assertThat(shares[1]).isCloseTo(0.8, within(1e-12));
    }

    /**
     * After the first layer the second input's token is half the first one: (0.5, 0.5). The free one then takes half of what
     * that is: (0.25, 0.25), and nothing of its own.
     */
    @Test
    void what_an_input_took_from_another_counts_for_the_other() {
        var rollout = new Rollout(new int[] {1, 1}, 3);
        var first = new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 1, 0}};
        var second = new double[][] {{0, 0, 1}, {0, 1, 0}, {0, 0, 1}};
        assertThat(rollout.of(List.of(first, second))).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
    }

    /** Two queries, one input of three pieces and one of a single one; pieces stay as they are. */
    @Test
    void the_pieces_of_an_input_count_together_and_queries_have_their_mean() {
        var rollout = new Rollout(new int[] {3, 1}, 6);
        var layer = new double[][] {{0, 0, 0.2, 0.2, 0.2, 0.4}, {0, 0, 0, 0, 1, 0}};
        var shares = rollout.of(List.<double[][]>of(layer));
        assertThat(shares[0]).isCloseTo((0.6 + 1) / 2, within(1e-12));
        assertThat(shares[1]).isCloseTo(0.4 / 2, within(1e-12));
    }

    @Test
    void where_no_input_is_there_nothing_is_shared() {
        var rollout = new Rollout(new int[] {1, 1}, 3);
        assertThat(rollout.of(List.<double[][]>of(new double[][] {{1, 0, 0}, {1, 0, 0}, {1, 0, 0}})))
                .containsExactly(0, 0);
    }
}
