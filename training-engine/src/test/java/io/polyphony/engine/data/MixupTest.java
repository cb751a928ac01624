package io.polyphony.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MixupTest {
    /** Both inputs, the first, both, both, the first, the second. */
    private static final float[] PRESENT = {1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 0, 1};

    @Test
    void rows_are_mixed_with_one_another_that_has_the_same_inputs() {
        var mixup = new Mixup(0.4, 8);
        for (var seed = 0; seed < 50; seed++) {
            mixup.draw(PRESENT, 6, 2, new Random(seed));
            assertThat(mixup.partners()[1]).isEqualTo(4);
            assertThat(mixup.partners()[4]).isEqualTo(1);
            assertThat(mixup.partners()[5]).as("nobody is like it").isEqualTo(5);
            assertThat(mixup.shares()[5]).isEqualTo(1);
            assertThat(new int[] {mixup.partners()[0], mixup.partners()[2], mixup.partners()[3]})
                    .containsExactlyInAnyOrder(0, 2, 3);
            assertThat(mixup.partners()[0]).isNotEqualTo(0);
            assertThat(Arrays.copyOfRange(mixup.partners(), 6, 8)).containsExactly(6, 7);
            for (var share : mixup.shares()) {
                assertThat(share).isBetween(0.5f, 1f);
            }
        }
    }

    @Test
    void the_same_seed_mixes_alike() {
        var first = new Mixup(0.2, 6);
        var second = new Mixup(0.2, 6);
        first.draw(PRESENT, 6, 2, new Random(9));
        second.draw(PRESENT, 6, 2, new Random(9));
        assertThat(first.partners()).isEqualTo(second.partners());
        assertThat(first.shares()).isEqualTo(second.shares());
    }

    /** Of a beta distribution with both parameters a, the mean of (x - 1/2)^2 is 1 / (4 (2 a + 1)). */
    @Test
    void shares_are_spread_as_the_beta_distribution_says() {
        for (var concentration : new double[] {0.2, 1}) {
            var mixup = new Mixup(concentration, 1_000);
            var random = new Random(1);
            var present = new float[1_000];
            var sum = 0.0;
            for (var draw = 0; draw < 50; draw++) {
                mixup.draw(present, 1_000, 1, random);
                for (var share : mixup.shares()) {
                    sum += Math.pow(share - 0.5, 2) / 50_000;
                }
            }
            assertThat(sum).isCloseTo(1 / (4 * (2 * concentration + 1)), within(2e-3));
        }
    }
}
