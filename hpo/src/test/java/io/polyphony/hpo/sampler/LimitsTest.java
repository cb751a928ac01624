package io.polyphony.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.hpo.analysis.Hypervolume;
import io.polyphony.hpo.analysis.ParetoFront;
import io.polyphony.hpo.pruner.NoPruner;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.study.Study;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "The smallest error, but in less than 20 milliseconds." */
class LimitsTest {

    private static final SearchSpace SPACE = SearchSpace.of(Parameter.real("size", 0, 1), Parameter.real("rate", 0, 1));
    private static final List<Objective> OBJECTIVES =
            List.of(Objective.minimize("error"), Objective.minimize("latency").within(20));

    @Test
    void violations_are_relative_and_only_beyond_the_limit() {
        assertThat(Objective.violation(OBJECTIVES, List.of(5.0, 20.0))).isZero();
        assertThat(Objective.violation(OBJECTIVES, List.of(5.0, 30.0))).isEqualTo(0.5);
        assertThat(Objective.violation(List.of(Objective.maximize("accuracy").within(0.9)), List.of(0.45)))
                .isEqualTo(0.5);
        assertThat(Objective.violation(OBJECTIVES, List.of(5.0, Double.NaN))).isInfinite();
    }

    @Test
    void a_loss_tells_its_value() {
        var accuracy = Objective.maximize("accuracy");
        assertThat(accuracy.value(accuracy.loss(0.8))).isEqualTo(0.8);
        assertThat(accuracy.only(0.9).value(accuracy.only(0.9).loss(0.8))).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void a_constraint_takes_no_place_on_the_front() {
        var objectives = List.of(
                Objective.minimize("error"), Objective.minimize("latency").only(20));
        var at = SPACE.sample(new SplittableRandom(1));
        var trials = List.of(Trial.completed(0, at, 0.1, 19.0), Trial.completed(1, at, 0.5, 1.0));
        assertThat(ParetoFront.of(objectives, trials)).extracting(Trial::number).containsExactly(0);
        assertThat(Hypervolume.of(objectives, List.of(Trial.completed(2, at, 0.1, 99.0)), List.of(1.0, 200.0)))
                .isZero();
    }

    @Test
    void what_misses_a_limit_is_on_no_front() {
        var at = SPACE.sample(new SplittableRandom(1));
        var trials = List.of(Trial.completed(0, at, 0.1, 99.0), Trial.completed(1, at, 0.5, 19.0));
        assertThat(ParetoFront.of(OBJECTIVES, trials)).extracting(Trial::number).containsExactly(1);
    }

    /** The bigger the better and the slower: 20 milliseconds are reached at a size of 0.3. */
    @ParameterizedTest
    @ValueSource(strings = {"ensemble", "tpe", "ehvi", "nsga-ii"})
    void searches_within_the_limit(String sampler) {
        var study = new Study(SPACE, OBJECTIVES, Samplers.named(sampler), new NoPruner(), List.of(), 1);
        var history = new ArrayList<Trial>();
        for (int number = 0; number < 60; number++) {
            history.add(measured(number, study.ask(history)));
        }
        long late = history.subList(40, 60).stream()
                .filter(trial -> Objective.violation(OBJECTIVES, trial.values()) == 0)
                .count();
        assertThat(late).as("chance is 6 of 20").isGreaterThanOrEqualTo(11);
    }

    private static Trial measured(int number, Assignment at) {
        double error = 1 - at.real("size") + Math.pow(at.real("rate") - 0.5, 2);
        return Trial.completed(number, at, error, 20 * at.real("size") / 0.3);
    }
}
