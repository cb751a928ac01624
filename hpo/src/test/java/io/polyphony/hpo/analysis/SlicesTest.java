package io.polyphony.hpo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlicesTest {

    private static final SearchSpace SPACE =
            SearchSpace.of(Parameter.real("x", 0, 1), Parameter.categorical("kind", "a", "b"));
    private static final Parameter X = SPACE.parameters().getFirst();
    private static final Parameter KIND = SPACE.parameters().getLast();

    @Test
    void a_slice_has_a_point_per_completed_trial_that_chose_the_parameter() {
        var trials = List.of(
                trial(2, "a", 0.5),
                trial(0, "b", 0.25),
                Trial.failed(1, new Assignment(Map.of("kind", "a", "x", 0.1))));
        assertThat(Slices.slice(X, 0, trials))
                .containsExactly(new Slices.Point(0, 0.25, 1.25), new Slices.Point(2, 0.5, 0.5));
    }

    @Test
    void a_contour_follows_the_function() {
        var random = new SplittableRandom(1);
        var trials = IntStream.range(0, 200)
                .mapToObj(i -> trial(i, random.nextBoolean() ? "a" : "b", random.nextDouble()))
                .toList();
        var contour = Slices.contour(SPACE, X, KIND, Objective.minimize("loss"), 0, trials, 5);
        assertThat(contour.second()).containsExactly("a", "b");
        assertThat(contour.first()).hasSize(5);
        for (int i = 0; i < 5; i++) {
            double x = (double) contour.first().get(i);
            assertThat(contour.goals().get(i).get(0)).isCloseTo(x, within(0.12));
            assertThat(contour.goals().get(i).get(1)).isCloseTo(x + 1, within(0.12));
        }
        assertThatExceptionOfType(TooFewTrials.class)
                .isThrownBy(
                        () -> Slices.contour(SPACE, X, KIND, Objective.minimize("loss"), 0, trials.subList(0, 5), 5));
    }

    @Test
    void the_distribution_rises_to_one() {
        assertThat(Distribution.of(0, List.of(trial(0, "a", 0.5), trial(1, "a", 0.25), trial(2, "b", Double.NaN))))
                .containsExactly(new Distribution.Step(0.25, 0.5), new Distribution.Step(0.5, 1));
    }

    private static Trial trial(int number, String kind, double x) {
        double at = Double.isNaN(x) ? 0 : x;
        return Trial.completed(number, new Assignment(Map.of("kind", kind, "x", at)), x + (kind.equals("b") ? 1 : 0));
    }
}
