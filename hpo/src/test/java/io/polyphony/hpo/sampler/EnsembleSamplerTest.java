package io.polyphony.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.function.TestFunction;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnsembleSamplerTest extends SamplerContract {

    private static final SearchSpace TWENTY = new SearchSpace(IntStream.range(0, 20)
            .<Parameter>mapToObj(k -> Parameter.real("x" + k, 0, 1))
            .toList());

    @Override
    protected Sampler sampler() {
        return Samplers.named("ensemble");
    }

    @Test
    void thirty_two_trials_do_more_than_random_searchs_two_hundred_and_fifty_six() {
        double ours = mean(sampler(), 32);
        assertThat(ours).isLessThan(mean(new RandomSampler(), 256));
    }

    @Test
    void begins_in_the_middle() {
        var problem = new Problem(TWENTY, List.of(Objective.minimize("loss")), 1);
        assertThat(sampler()
                        .suggest(problem, List.of(), new SplittableRandom(1))
                        .real("x7"))
                .isEqualTo(0.5);
    }

    @Test
    void a_suggestion_after_two_hundred_trials_in_twenty_dimensions_is_quick() {
        fastest(200);
        assertThat(fastest(200)).isLessThan(Duration.ofSeconds(2));
        assertThat(fastest(201)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void a_suggestion_after_ten_thousand_trials_is_quick() {
        fastest(10_000);
        assertThat(fastest(10_000)).isLessThan(Duration.ofMillis(400));
    }

    @Test
    void evolution_goes_on_alone_where_most_trials_of_several_objectives_are_given_up() {
        var problem = new Problem(TWENTY, List.of(Objective.minimize("f1"), Objective.minimize("f2")), 1);
        for (boolean most : List.of(true, false)) {
            List<Trial> history = partlyGivenUp(number -> most == (number % 3 > 0));
            var evolved = Samplers.named("nsga-ii").suggest(problem, history, new SplittableRandom(2));
            assertThat(sampler()
                            .suggest(problem, history, new SplittableRandom(2))
                            .equals(evolved))
                    .isEqualTo(most);
        }
    }

    private static List<Trial> partlyGivenUp(IntPredicate which) {
        var random = new SplittableRandom(1);
        return IntStream.range(0, 30)
                .mapToObj(number -> {
                    var assignment = TWENTY.sample(random);
                    double first = assignment.real("x3");
                    double second = assignment.real("x4") - first;
                    return which.test(number)
                            ? Trial.pruned(number, assignment, List.of(new Report(2, List.of(first, second))))
                            : Trial.completed(number, assignment, first, second);
                })
                .toList();
    }

    /** Of five suggestions: another process may disturb some of them. The bars are ten times those of the benchmark, which measures. */
    private Duration fastest(int trials) {
        var problem = new Problem(TWENTY, List.of(Objective.minimize("loss")), 1);
        var random = new SplittableRandom(1);
        var history = new ArrayList<Trial>();
        for (int number = 0; number < trials; number++) {
            var assignment = TWENTY.sample(random);
            history.add(Trial.completed(number, assignment, assignment.real("x3") - assignment.real("x9")));
        }
        return IntStream.range(0, 5)
                .mapToObj(_ -> {
                    long start = System.nanoTime();
                    sampler().suggest(problem, history, new SplittableRandom(2));
                    return Duration.ofNanos(System.nanoTime() - start);
                })
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private static double mean(Sampler sampler, int trials) {
        return IntStream.range(0, 10)
                .mapToDouble(seed -> Regrets.after(trials, TestFunction.branches(), sampler, seed))
                .average()
                .orElseThrow();
    }
}
