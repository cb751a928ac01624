package io.polyphony.hpo.pruner;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.Histories;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every pruner keeps. */
abstract class PrunerContract {

    protected static final Assignment ANY = new Assignment(Map.of());

    protected abstract Pruner pruner();

    static Stream<List<Objective>> objectives() {
        return Stream.of(Histories.ONE, Histories.THREE);
    }

    /** A running trial that reported the same values up to and including the step. */
    protected static Trial running(int step, Double... values) {
        return Trial.running(1000, ANY, reports(step, values));
    }

    protected static List<Report> reports(int steps, Double... values) {
        return IntStream.rangeClosed(1, steps)
                .mapToObj(step -> new Report(step, List.of(values)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void answers_alike_whatever_the_order_of_the_others(List<Objective> objectives) {
        for (int seed = 0; seed < 20; seed++) {
            List<Trial> others = Histories.wild(objectives, 40, seed);
            Trial running = Trial.running(
                    99, ANY, Histories.wild(objectives, 1, seed).getFirst().reports());
            var shuffled = new ArrayList<>(others);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(pruner().prune(objectives, running, shuffled))
                    .isEqualTo(pruner().prune(objectives, running, others));
        }
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void never_prunes_before_the_first_report(List<Objective> objectives) {
        assertThat(pruner().prune(objectives, Trial.running(99, ANY, List.of()), Histories.wild(objectives, 60, 1)))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void never_prunes_a_trial_without_rivals(List<Objective> objectives) {
        Double[] bad =
                objectives.stream().map(objective -> objective.value(1e9)).toArray(Double[]::new);
        for (int step = 1; step <= 30; step++) {
            assertThat(pruner().prune(objectives, running(step, bad), List.of()))
                    .isFalse();
        }
    }

    @Test
    void never_prunes_the_best() {
        List<Trial> others = Histories.wild(Histories.THREE, 80, 3);
        for (int step = 1; step <= 30; step++) {
            assertThat(pruner().prune(Histories.THREE, running(step, -1.0, 2.0, -1.0), others))
                    .isFalse();
        }
    }
}
