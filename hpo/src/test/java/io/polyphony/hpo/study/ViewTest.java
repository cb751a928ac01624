package io.polyphony.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.hpo.pruner.MedianPruner;
import io.polyphony.hpo.sampler.Samplers;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Scalarization;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "An accuracy of 0.9 and less than 20 milliseconds, and the smallest error within that." */
class ViewTest {

    private static final SearchSpace SPACE = SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1));
    private static final Objective ERROR = Objective.minimize("error");
    private static final Objective LATENCY = Objective.minimize("latency").only(20);
    private static final Objective ACCURACY = Objective.maximize("accuracy").only(0.9);

    @Test
    void limits_that_all_keep_to_change_nothing() {
        var alone = search(List.of(ERROR), Scalarization.NONE, at -> List.of(bowl(at)), 24);
        var limited = search(
                List.of(ACCURACY, ERROR, LATENCY),
                Scalarization.NONE,
                at -> List.of(0.9 + at.real("x") / 10, bowl(at), 20 * at.real("y")),
                24);
        assertThat(limited)
                .extracting(Trial::assignment)
                .isEqualTo(alone.stream().map(Trial::assignment).toList());
    }

    /** The error falls with x, which takes 20 milliseconds at 0.3 and more beyond. */
    @ParameterizedTest
    @ValueSource(strings = {"ensemble", "tpe", "gp"})
    void finds_the_best_within_the_limits(String sampler) {
        var objectives = List.of(ACCURACY, ERROR, LATENCY);
        var study = study(objectives, Scalarization.NONE, sampler);
        var trials = run(study, at -> List.of(1 - at.real("y") / 2, 1 - at.real("x"), 20 * at.real("x") / 0.3), 60);
        var best = trials.stream()
                .filter(trial -> Objective.violation(objectives, trial.values()) == 0)
                .min(Comparator.comparingDouble(trial -> trial.values().get(1)))
                .orElseThrow();
        assertThat(best.assignment().real("x")).isBetween(0.25, 0.3);
        assertThat(best.assignment().real("y")).isLessThanOrEqualTo(0.2);
    }

    /** (1 - x)^2 and 3 x^2 weigh alike once they are scaled; three times the weight on the second moves the optimum from 1/2 to 1/4. */
    @Test
    void a_weighted_sum_goes_where_the_weights_say() {
        var objectives =
                List.of(Objective.minimize("a"), Objective.minimize("b").weighing(3));
        var trials = search(
                objectives,
                Scalarization.WEIGHTED_SUM,
                at -> List.of(Math.pow(1 - at.real("x"), 2), 3 * Math.pow(at.real("x"), 2)),
                50);
        assertThat(trials.subList(40, 50))
                .extracting(trial -> trial.assignment().real("x"))
                .areAtLeast(6, new Condition<>(x -> Math.abs(x - 0.25) < 0.1, "near 1/4"));
    }

    @Test
    void chebyshev_puts_its_weight_on_the_laggard() {
        var view = View.of(
                study(List.of(Objective.minimize("a"), Objective.maximize("b")), Scalarization.CHEBYSHEV, "random"),
                List.of(told(0, 0.0, 0.0), told(1, 10.0, 1.0), told(2, 5.0, 0.9)));
        assertThat(view.objectives()).hasSize(1);
        // Scaled losses (0, 1), (1, 0) and (0.5, 0.1), halved by the weights; 0.05 of the sum on top.
        assertThat(view.trials().stream().map(trial -> trial.values().getFirst()))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b))
                .containsExactly(0.525, 0.525, 0.265);
    }

    @Test
    void the_more_a_trial_misses_the_worse_it_is() {
        var view = View.of(
                study(List.of(ERROR, LATENCY), Scalarization.NONE, "random"),
                List.of(told(0, 0.9, 20.0), told(1, 0.1, 30.0), told(2, 0.1, 90.0), told(3, 0.1, Double.NaN)));
        var seen =
                view.trials().stream().map(trial -> trial.values().getFirst()).toList();
        assertThat(seen).isSorted().doesNotHaveDuplicates().first().isEqualTo(0.9);
        assertThat(view.objectives()).containsExactly(ERROR);
    }

    @Test
    void a_pruner_looks_at_what_is_improved() {
        var study = new Study(
                SPACE, List.of(LATENCY, ERROR), Samplers.named("random"), new MedianPruner(2, 0), List.of(), 1);
        var peers = new ArrayList<Trial>();
        for (int number = 0; number < 3; number++) {
            peers.add(new Trial(
                    number,
                    at(number / 10.0),
                    TrialState.COMPLETED,
                    List.of(new Report(1, List.of(99.0, 0.5))),
                    List.of(99.0, 0.4)));
        }
        assertThat(study.shouldPrune(running(1.0, 0.9), peers)).isTrue();
        assertThat(study.shouldPrune(running(99.0, 0.1), peers)).isFalse();
    }

    @Test
    void refuses_what_improves_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> study(List.of(LATENCY), Scalarization.NONE, "random"))
                .withMessageContaining("improved");
        assertThatIllegalArgumentException().isThrownBy(() -> ERROR.weighing(0)).withMessageContaining("weight");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scalarization.named("mean"))
                .withMessageContaining("weighted-sum");
        assertThat(LATENCY.loss(25)).isCloseTo(5, within(1e-12));
        assertThat(LATENCY.loss(3)).isZero();
    }

    private static Trial running(double latency, double error) {
        return Trial.running(9, at(0.95), List.of(new Report(1, List.of(latency, error))));
    }

    private static Trial told(int number, Double... values) {
        return Trial.completed(number, at(number / 10.0), values);
    }

    private static Assignment at(double x) {
        return new Assignment(Map.of("x", x, "y", 0.5));
    }

    private static double bowl(Assignment at) {
        return Math.pow(at.real("x") - 0.3, 2) + Math.pow(at.real("y") - 0.7, 2);
    }

    private static Study study(List<Objective> objectives, Scalarization scalarization, String sampler) {
        return new Study(
                SPACE, objectives, Samplers.named(sampler), new MedianPruner(5, 2), List.of(), 3, scalarization);
    }

    private static List<Trial> search(
            List<Objective> objectives,
            Scalarization scalarization,
            Function<Assignment, List<Double>> measure,
            int trials) {
        return run(study(objectives, scalarization, "ensemble"), measure, trials);
    }

    private static List<Trial> run(Study study, Function<Assignment, List<Double>> measure, int trials) {
        var history = new ArrayList<Trial>();
        while (history.size() < trials) {
            var next = study.ask(history);
            history.add(
                    Trial.completed(history.size(), next, measure.apply(next).toArray(Double[]::new)));
        }
        return history;
    }

    /** It has the smallest error, but was given up at 40 milliseconds. */
    @Test
    void what_was_given_up_beyond_a_limit_has_failed_for_samplers_and_is_a_rival_for_pruners() {
        var view = View.of(
                study(List.of(ERROR, LATENCY), Scalarization.NONE, "random"),
                List.of(
                        told(0, 0.5, 10.0),
                        Trial.pruned(1, at(0.1), List.of(new Report(1, List.of(0.1, 40.0)))),
                        Trial.pruned(2, at(0.2), List.of(new Report(1, List.of(0.6, 10.0))))));
        assertThat(view.trials())
                .extracting(Trial::state)
                .containsExactly(TrialState.COMPLETED, TrialState.FAILED, TrialState.PRUNED);
        assertThat(view.rivals())
                .extracting(Trial::state)
                .containsExactly(TrialState.COMPLETED, TrialState.PRUNED, TrialState.PRUNED);
    }
}
