package io.polyphony.hpo.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.trial.Direction;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParetoFrontTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void agrees_with_comparing_everything(int width) {
        List<Objective> objectives = IntStream.range(0, width)
                .mapToObj(k -> new Objective("o" + k, Direction.values()[k % 2]))
                .toList();
        for (int seed = 0; seed < 20; seed++) {
            List<Trial> trials = coarse(width, 80, seed);
            List<Trial> expected = trials.stream()
                    .filter(trial -> trials.stream().noneMatch(other -> dominates(objectives, other, trial)))
                    .toList();
            assertThat(ParetoFront.of(objectives, trials)).isEqualTo(expected);
        }
    }

    @Test
    void grows_trial_by_trial_to_the_same_front() {
        List<Objective> objectives = List.of(Objective.minimize("a"), Objective.maximize("b"), Objective.minimize("c"));
        List<Trial> trials = coarse(3, 100, 7);
        var front = new ParetoFront(objectives);
        for (Trial trial : trials) {
            front.add(trial);
            assertThat(front.trials()).isEqualTo(ParetoFront.of(objectives, trials.subList(0, trial.number() + 1)));
        }
    }

    @Test
    void leaves_out_what_did_not_complete_or_diverged() {
        List<Objective> objectives = List.of(Objective.minimize("a"), Objective.maximize("b"));
        var sound = trial(0, 1.0, 1.0);
        assertThat(ParetoFront.of(
                        objectives,
                        List.of(
                                sound,
                                trial(1, 0.0, Double.NaN),
                                trial(2, Double.NEGATIVE_INFINITY, 2.0),
                                Trial.failed(3, ANY))))
                .containsExactly(sound);
        assertThat(ParetoFront.of(objectives, List.of())).isEmpty();
    }

    @Test
    void the_ranking_puts_fronts_first_and_spreads_within_a_front() {
        double[][] losses = {{9, 9}, {0, 1}, {1, 0}, {0.4, 0.4}, {0.41, 0.39}, {5, 5}, {Double.POSITIVE_INFINITY, 0}};
        int[] order = Ranking.best(losses, 7);
        assertThat(order[0]).as("the knee").isIn(3, 4);
        assertThat(Arrays.copyOfRange(order, 1, 3))
                .as("the ends before the knee's neighbour")
                .containsExactlyInAnyOrder(1, 2);
        assertThat(order[3]).isIn(3, 4);
        assertThat(Arrays.copyOfRange(order, 4, 7)).containsExactly(5, 6, 0);
        assertThat(Ranking.best(losses, 2)).isEqualTo(Arrays.copyOf(order, 2));
    }

    private static final Assignment ANY = new Assignment(Map.of());

    /** Few levels, so that many values are equal. */
    private static List<Trial> coarse(int width, int size, int seed) {
        var random = new SplittableRandom(seed);
        return IntStream.range(0, size)
                .mapToObj(number -> trial(
                        number,
                        Stream.generate(() -> random.nextInt(6) / 5.0)
                                .limit(width)
                                .toArray(Double[]::new)))
                .toList();
    }

    private static Trial trial(int number, Double... values) {
        return Trial.completed(number, ANY, values);
    }

    private static boolean dominates(List<Objective> objectives, Trial better, Trial worse) {
        boolean somewhere = false;
        for (int k = 0; k < objectives.size(); k++) {
            double a = objectives.get(k).loss(better.values().get(k));
            double b = objectives.get(k).loss(worse.values().get(k));
            if (a > b) {
                return false;
            }
            somewhere |= a < b;
        }
        return somewhere;
    }
}
