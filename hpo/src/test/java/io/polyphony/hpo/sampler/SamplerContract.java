package io.polyphony.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.polyphony.hpo.Histories;
import io.polyphony.hpo.pruner.NoPruner;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.study.SpaceExhausted;
import io.polyphony.hpo.study.Study;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every sampler keeps. */
abstract class SamplerContract {

    protected abstract Sampler sampler();

    static Stream<List<Objective>> objectives() {
        return Stream.of(Histories.ONE, Histories.THREE);
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void stays_in_the_space_and_honours_conditions_whatever_happened(List<Objective> objectives) {
        for (int seed = 0; seed < 40; seed++) {
            List<Trial> history = Histories.wild(objectives, 3 * seed, seed);
            Assignment assignment = sampler()
                    .suggest(new Problem(Histories.SPACE, objectives, seed), history, new SplittableRandom(seed));
            assertThat(Histories.SPACE.contains(assignment))
                    .as("%s", assignment)
                    .isTrue();
            assertThat(assignment.has("gate"))
                    .isEqualTo(assignment.text("fusion").equals("gated"));
            assertThat(assignment.has("temperature"))
                    .isEqualTo(assignment.has("gate") && assignment.text("gate").equals("soft"));
        }
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void replays_by_seed(List<Objective> objectives) {
        List<Trial> history = Histories.wild(objectives, 60, 5);
        assertThat(sampler().suggest(new Problem(Histories.SPACE, objectives, 3), history, new SplittableRandom(3)))
                .isEqualTo(sampler()
                        .suggest(new Problem(Histories.SPACE, objectives, 3), history, new SplittableRandom(3)))
                .isNotEqualTo(sampler()
                        .suggest(new Problem(Histories.SPACE, objectives, 4), history, new SplittableRandom(4)));
    }

    @Test
    void survives_a_history_of_nothing_but_failures() {
        List<Trial> history = IntStream.range(0, 30)
                .mapToObj(number -> {
                    Assignment assignment = Histories.SPACE.sample(new SplittableRandom(number));
                    return number % 2 == 0
                            ? Trial.failed(number, assignment)
                            : Trial.completed(number, assignment, Double.NaN);
                })
                .toList();
        Assignment assignment =
                sampler().suggest(new Problem(Histories.SPACE, Histories.ONE, 1), history, new SplittableRandom(1));
        assertThat(Histories.SPACE.contains(assignment)).isTrue();
    }

    @Test
    void survives_values_that_are_all_equal() {
        List<Trial> history = IntStream.range(0, 30)
                .mapToObj(number ->
                        Trial.completed(number, Histories.SPACE.sample(new SplittableRandom(number)), 1.0, 1.0, 1.0))
                .toList();
        Assignment assignment =
                sampler().suggest(new Problem(Histories.SPACE, Histories.THREE, 1), history, new SplittableRandom(1));
        assertThat(Histories.SPACE.contains(assignment)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void parallel_workers_get_no_duplicates_and_a_restarted_study_goes_on_alike(List<Objective> objectives) {
        Study study = study(Histories.SPACE, objectives);
        List<Trial> history = new ArrayList<>(Histories.wild(objectives, 40, 9));
        for (int worker = 0; worker < 16; worker++) {
            var restored = new ArrayList<>(history);
            Collections.shuffle(restored, new Random(worker));
            Assignment assignment = study.ask(history);
            assertThat(study.ask(restored)).isEqualTo(assignment);
            assertThat(history).extracting(Trial::assignment).doesNotContain(assignment);
            history.add(Trial.waiting(history.size(), assignment));
        }
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void uses_a_small_space_up_and_says_so(List<Objective> objectives) {
        var space = SearchSpace.of(
                Parameter.categorical("fusion", "average", "gated"),
                Parameter.ordinal("batch", 32, 64),
                Parameter.integer("heads", 1, 3).when("fusion", "gated"));
        List<Trial> history = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            Assignment assignment = study(space, objectives).ask(history);
            assertThat(history).extracting(Trial::assignment).doesNotContain(assignment);
            Double value = 1.0 * number;
            history.add(Trial.completed(
                    number, assignment, objectives.stream().map(_ -> value).toArray(Double[]::new)));
        }
        assertThatExceptionOfType(SpaceExhausted.class)
                .isThrownBy(() -> study(space, objectives).ask(history))
                .withMessageContaining("8 trials");
    }

    private Study study(SearchSpace space, List<Objective> objectives) {
        return new Study(space, objectives, sampler(), new NoPruner(), List.of(), 11);
    }
}
