package io.polyphony.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.hpo.analysis.Hypervolume;
import io.polyphony.hpo.sampler.gaussian.Prediction;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EhviSamplerTest extends SamplerContract {

    @Override
    protected Sampler sampler() {
        return Samplers.named("ehvi");
    }

    private static final double[][] FRONT = {{0.2, 0.9}, {0.5, 0.4}, {0.8, 0.1}};
    private static final Growth GROWTH = Growth.of(List.of(), FRONT, new double[] {1, 1}, 1);

    @Test
    void the_sum_over_strips_agrees_with_sampling() {
        Prediction[] at = {new Prediction(0.4, 0.3), new Prediction(0.35, 0.2)};
        var random = new SplittableRandom(1);
        double sum = 0;
        int draws = 200_000;
        for (int i = 0; i < draws; i++) {
            double[] losses = {0.4 + 0.3 * random.nextGaussian(), 0.35 + 0.2 * random.nextGaussian()};
            sum += Hypervolume.gain(losses, FRONT, new double[] {1, 1});
        }
        assertThat(GROWTH.strips(at)).isCloseTo(sum / draws, within(0.002));
    }

    @Test
    void the_sum_over_free_places_agrees_with_the_sum_over_strips() {
        Prediction[] good = {new Prediction(0.4, 0.1), new Prediction(0.35, 0.1)};
        Prediction[] fair = {new Prediction(0.6, 0.1), new Prediction(0.35, 0.1)};
        assertThat(GROWTH.places(good)).isCloseTo(GROWTH.strips(good), within(0.1 * GROWTH.strips(good)));
        assertThat(GROWTH.places(fair)).isCloseTo(GROWTH.strips(fair), within(0.1 * GROWTH.strips(fair)));
    }

    /** 200 trials good at one of both, 80 bad ones after them: of each objective's own best 80, and of the latest 80, the compromise is none. */
    @Test
    void of_a_long_history_all_surrogates_learn_the_compromises_as_well() {
        var space = SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1));
        var both = List.of(Objective.minimize("f1"), Objective.minimize("f2"));
        var history = new ArrayList<Trial>();
        var random = new SplittableRandom(2);
        for (int number = 0; number < 281; number++) {
            history.add(
                    number == 0
                            ? Trial.completed(0, at(0.5, 0.0), 0.2, 0.2)
                            : number <= 200
                                    ? Trial.completed(
                                            number, at(random.nextDouble(), 0.1), number % 2 + 0.0, 1.0 - number % 2)
                                    : Trial.completed(
                                            number, at(random.nextDouble(), 1.0), 2 + random.nextDouble(), 2.0));
        }
        var problem = new Problem(space, both, 1);
        Growth growth = Growth.of(problem, Observations.of(problem, history));
        assertThat(growth.surrogates())
                .allSatisfy(surrogate -> assertThat(List.of(surrogate.process().points()))
                        .hasSizeLessThanOrEqualTo(160)
                        .anyMatch(point -> Arrays.equals(point, new double[] {0.5, 0.0})));
        assertThat(growth.surrogates().getFirst().process().points())
                .isDeepEqualTo(growth.surrogates().getLast().process().points());
    }

    /** Trials at both ends that are good at one thing each, and some in the middle that were given up although they might have become good at both. */
    @Test
    void a_trial_that_was_given_up_holds_no_place_of_the_front() {
        var history = new ArrayList<Trial>();
        for (int number = 0; number < 12; number++) {
            double x = number < 6 ? 0.02 * number : 1 - 0.02 * number;
            history.add(told(number, x, TrialState.COMPLETED, number < 6 ? 0.1 : 0.9, number < 6 ? 0.9 : 0.1));
        }
        for (int number = 12; number < 18; number++) {
            history.add(told(number, 0.2 + 0.02 * number, TrialState.PRUNED, 0.1, 0.1));
        }
        var problem = new Problem(
                SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1)),
                List.of(Objective.minimize("f1"), Objective.minimize("f2")),
                1);
        Growth growth = Growth.of(problem, Observations.of(problem, history));
        assertThat(List.of(growth.front())).isNotEmpty().allMatch(losses -> losses[0] > 0 || losses[1] > 0);
        assertThat(growth.relative(new double[] {0.5, 0.1})).isGreaterThan(0.1);
    }

    private static Trial told(int number, double x, TrialState state, double first, double second) {
        var reports = List.of(new Report(3, List.of(first, second)));
        return new Trial(
                number, at(x, 0.1), state, reports, state == TrialState.COMPLETED ? List.of(first, second) : List.of());
    }

    private static Assignment at(double x, double y) {
        return new Assignment(Map.of("x", x, "y", y));
    }
}
