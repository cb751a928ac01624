package io.polyphony.engine.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MembersTest {
    private static final int COUNT = 7;
    private static final int WIDTH = 50;
    /** Equal ones, the least that differ, and such as are no numbers of a training. */
    private static final float[] VALUES = {
        0f, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, 1f, Math.nextUp(1f), -3e38f, 3e38f, Float.NEGATIVE_INFINITY
    };

    private final Members members = new Members(COUNT, WIDTH);

    private static float[] mask(SplittableRandom random, int known) {
        var mask = new float[COUNT];
        for (int m = 0; m < known; m++) {
            mask[random.nextInt(COUNT)] = 1;
        }
        return mask;
    }

    @Test
    void the_first_of_those_that_have_the_largest_number_wins() {
        var random = new SplittableRandom(5);
        for (int round = 0; round < 300; round++) {
            var mask = mask(random, round % 5);
            for (int m = 0; m < COUNT; m++) {
                for (int j = 0; j < WIDTH; j++) {
                    members.get(m)[j] =
                            j % 2 == 0 ? VALUES[random.nextInt(VALUES.length)] : (float) random.nextGaussian();
                }
            }
            members.compete(mask);
            for (int j = 0; j < WIDTH; j++) {
                int expected = first(mask, j);
                assertThat(members.winners()[j])
                        .as("round %d, column %d", round, j)
                        .isEqualTo(expected);
                assertThat(members.largest()[j] == (expected < 0 ? 0f : members.get(expected)[j]))
                        .isTrue();
            }
        }
    }

    private int first(float[] mask, int column) {
        int best = -1;
        for (int m = 0; m < COUNT; m++) {
            if (mask[m] > 0 && (best < 0 || members.get(m)[column] > members.get(best)[column])) {
                best = m;
            }
        }
        return best;
    }
}
