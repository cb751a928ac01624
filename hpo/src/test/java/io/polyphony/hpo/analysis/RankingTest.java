package io.polyphony.hpo.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {
    private static final int SIZE = 60;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void each_front_is_what_only_earlier_ones_dominate(int width) {
        for (double[][] losses : cases(width)) {
            assertThat(Ranking.ranks(losses)).isEqualTo(peeled(losses));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void the_best_come_front_by_front_and_fewer_of_them_are_the_same_ones(int width) {
        for (double[][] losses : cases(width)) {
            int[] all = Ranking.best(losses, SIZE);
            int[] ranks = peeled(losses);
            assertThat(all).hasSize(SIZE).doesNotHaveDuplicates();
            assertThat(Arrays.stream(all).map(i -> ranks[i]).toArray()).isSorted();
            for (int count : new int[] {0, 1, 7, 25, SIZE - 1}) {
                assertThat(Ranking.best(losses, count)).isEqualTo(Arrays.copyOf(all, count));
            }
        }
    }

    /** By the definition: what none of those left dominates, again and again. */
    private static int[] peeled(double[][] losses) {
        var ranks = new int[losses.length];
        List<Integer> left =
                new ArrayList<>(IntStream.range(0, losses.length).boxed().toList());
        for (int rank = 0; !left.isEmpty(); rank++) {
            List<Integer> all = List.copyOf(left);
            List<Integer> front = all.stream()
                    .filter(i -> all.stream().noneMatch(j -> Dominance.dominates(losses[j], losses[i])))
                    .toList();
            for (int i : front) {
                ranks[i] = rank;
            }
            left.removeAll(front);
        }
        return ranks;
    }

    /** Spread out, with many equal ones, with infinities, along a front, one objective against the next, and some of far larger numbers. */
    private static List<double[][]> cases(int width) {
        var cases = new ArrayList<double[][]>();
        for (int seed = 0; seed < 5; seed++) {
            var random = new SplittableRandom(seed);
            cases.add(losses(width, random, value -> value));
            cases.add(losses(width, random, value -> Math.floor(5 * value)));
            cases.add(losses(width, random, value -> value < 0.1 ? Double.POSITIVE_INFINITY : value));
            cases.add(losses(width, random, value -> value < 0.8 ? 0 : value));
            cases.add(losses(width, random, value -> Math.exp(40 * value)));
            cases.add(losses(width, random, _ -> Double.POSITIVE_INFINITY));
            cases.add(along(losses(width, random, value -> value)));
        }
        return cases;
    }

    private static double[][] losses(int width, RandomGenerator random, DoubleUnaryOperator shape) {
        return IntStream.range(0, SIZE)
                .mapToObj(_ -> IntStream.range(0, width)
                        .mapToDouble(_ -> shape.applyAsDouble(random.nextDouble()))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** The more of the first, the less of the last. */
    private static double[][] along(double[][] losses) {
        for (double[] vector : losses) {
            vector[vector.length - 1] = 0.05 * vector[vector.length - 1] - vector[0];
        }
        return losses;
    }
}
