package io.polyphony.engine.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShapleyTest {
    /** One left glove and two right ones; only a pair is worth something. The closed form is 4/6, 1/6, 1/6. */
    @Test
    void the_glove_game_has_its_known_value() {
        var shares = Shapley.of(3, coalition -> (coalition & 1) == 1 && (coalition & 6) != 0 ? 1 : 0);
        assertThat(shares).containsExactly(new double[] {4 / 6.0, 1 / 6.0, 1 / 6.0}, within(1e-12));
    }

    @Test
    void who_adds_always_the_same_gets_just_that_however_many_there_are() {
        for (int players : new int[] {1, 2, Shapley.EXACT, Shapley.EXACT + 3}) {
            var shares = Shapley.of(players, coalition -> {
                double sum = 7;
                for (int player = 0; player < players; player++) {
                    sum += (coalition >> player & 1) * (player - 1.5);
                }
                return sum;
            });
            for (int player = 0; player < players; player++) {
                assertThat(shares[player]).isCloseTo(player - 1.5, within(1e-9));
            }
        }
    }

    @Test
    void shares_add_up_to_what_all_gain_over_none() {
        for (int players : new int[] {4, 9}) {
            double sum = 0;
            for (double share : Shapley.of(players, coalition -> Math.sin(coalition * 1.7) + 2)) {
                sum += share;
            }
            double gain = Math.sin(((1L << players) - 1) * 1.7) - Math.sin(0);
            assertThat(sum).isCloseTo(gain, within(1e-9));
        }
    }
}
