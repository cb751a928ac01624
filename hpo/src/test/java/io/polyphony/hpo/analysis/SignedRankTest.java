package io.polyphony.hpo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.stat.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

class SignedRankTest {

    /** As tables have it: of the 1024 ways to give signs to ten ranks, 43 leave the negative ones at most 10, and 10 at most 5. */
    @Test
    void agrees_with_tables() {
        assertThat(SignedRank.greater(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, -10}))
                .isCloseTo(43 / 1024.0, within(1e-12));
        assertThat(SignedRank.greater(new double[] {1, 2, 3, 4, -5, 6, 7, 8, 9, 10}))
                .isCloseTo(10 / 1024.0, within(1e-12));
        assertThat(SignedRank.greater(new double[] {1, 2, 3, 4, 5})).isEqualTo(1 / 32.0);
    }

    @Test
    void knows_the_direction_by_the_ranks_whatever_the_sum() {
        assertThat(SignedRank.greater(new double[] {-1, -2, -3, -4, -5, -6, -7, -8, -9, 1e9}))
                .isGreaterThan(0.95);
    }

    @Test
    void nothing_that_differs_says_nothing() {
        assertThat(SignedRank.greater(new double[] {0, 0, Double.NaN})).isEqualTo(1);
        assertThat(SignedRank.greater(new double[] {})).isEqualTo(1);
    }

    /** Of the eight ways to give signs to the ranks 1.5, 1.5 and 3, five leave the positive ones 3 or more. */
    @Test
    void ties_share_their_mean_rank() {
        assertThat(SignedRank.greater(new double[] {2, 2, -5})).isEqualTo(5 / 8.0);
        assertThat(SignedRank.greater(new double[] {2, 2, 5})).isEqualTo(1 / 8.0);
    }

    @Test
    void is_half_of_the_two_sided_test_on_the_side_that_is_greater() {
        var random = new SplittableRandom(4);
        for (int n : new int[] {8, 20, 25, 40, 200}) {
            double[] differences = random.doubles(n, -1, 1.3).toArray();
            double above = SignedRank.greater(differences);
            double below =
                    SignedRank.greater(DoubleStream.of(differences).map(x -> -x).toArray());
            double both = new WilcoxonSignedRankTest()
                    .wilcoxonSignedRankTest(
                            differences,
                            IntStream.range(0, n).mapToDouble(_ -> 0).toArray(),
                            n <= 25);
            assertThat(2 * Math.min(above, below)).as("of %d", n).isCloseTo(both, within(n <= 25 ? 1e-9 : 0.01));
        }
    }
}
