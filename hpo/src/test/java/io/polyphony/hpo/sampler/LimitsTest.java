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
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** Given up as it was beyond the limit at the third step; three completed trials gained 0.1 of the error from there on, and 0 of the latency. */
    @Test
    void what_was_given_up_beyond_a_limit_is_worse_than_all_that_keep_to_it() {
        var trials = new ArrayList<Trial>();
        for (int number = 0; number < 3; number++) {
            trials.add(ended(number, 0.5 + 0.1 * number, 10.0));
        }
        trials.add(Trial.pruned(3, at(0.3), List.of(new Report(3, List.of(0.1, 40.0)))));
        trials.add(Trial.pruned(4, at(0.4), List.of(new Report(3, List.of(0.6, 15.0)))));
        var observed = Observations.of(new Problem(SPACE, OBJECTIVES, 1), trials);
        assertThat(observed.losses()[3][0]).as("beyond").isGreaterThan(0.7);
        assertThat(observed.losses()[4]).as("within").containsExactly(new double[] {0.5, 15.0}, within(1e-9));
        Split split = Split.of(SPACE, OBJECTIVES, trials, _ -> 5);
        assertThat(split.good()).extracting(good -> good.real("size")).endsWith(0.4, 0.3);
    }

    @Test
    void a_limit_that_is_still_to_be_reached_is_not_missed() {
        var objectives = List.of(
                Objective.minimize("error"), Objective.maximize("accuracy").within(0.9));
        var trials = new ArrayList<Trial>();
        for (int number = 0; number < 3; number++) {
            trials.add(new Trial(
                    number,
                    at(0.1 * number),
                    TrialState.COMPLETED,
                    List.of(new Report(3, List.of(0.6, 0.5))),
                    List.of(0.5, 0.95)));
        }
        trials.add(Trial.pruned(3, at(0.3), List.of(new Report(3, List.of(0.7, 0.48)))));
        var observed = Observations.of(new Problem(SPACE, objectives, 1), trials);
        assertThat(observed.losses()[3]).containsExactly(new double[] {0.6, -0.93}, within(1e-9));
    }

    /** Of those that keep to the limit each is alone at its end of the front; the other one has the smallest error of all. */
    @Test
    void what_misses_a_limit_weighs_least_among_the_good() {
        var trials = List.of(
                Trial.completed(0, at(0.1), 0.3, 19.0),
                Trial.completed(1, at(0.2), 0.9, 1.0),
                Trial.completed(2, at(0.3), 0.01, 25.0));
        Split split = Split.of(SPACE, OBJECTIVES, trials, _ -> 3);
        assertThat(split.good()).extracting(good -> good.real("size")).containsExactly(0.1, 0.2, 0.3);
        assertThat(split.weights()[2]).isEqualTo(0.1);
        assertThat(Math.min(split.weights()[0], split.weights()[1])).isGreaterThan(0.1);
    }

    private static Trial ended(int number, double error, double latency) {
        return new Trial(
                number,
                at(0.1 * number),
                TrialState.COMPLETED,
                List.of(new Report(3, List.of(error + 0.1, latency))),
                List.of(error, latency));
    }

    private static Assignment at(double size) {
        return new Assignment(Map.of("size", size, "rate", 0.5));
    }
}
