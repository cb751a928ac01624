package io.polyphony.hpo.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.analysis.Hypervolume;
import io.polyphony.hpo.pruner.NoPruner;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.Parameter;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.study.Study;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeveralObjectivesTest {

    private static final List<Objective> BOTH = List.of(Objective.minimize("f1"), Objective.minimize("f2"));

    /** ZDT1 with six parameters (Zitzler, Deb and Thiele, Evol. Comput. 8(2), 2000); its front is f2 = 1 - sqrt(f1). */
    private static Trial zdt1(int number, Assignment at) {
        double first = at.real("x0");
        double distance = 1
                + 9
                        * IntStream.range(1, 6)
                                .mapToDouble(i -> at.real("x" + i))
                                .average()
                                .orElseThrow();
        return Trial.completed(number, at, first, distance * (1 - Math.sqrt(first / distance)));
    }

    @Test
    void tpe_dominates_more_than_random_search_seed_by_seed() {
        long wins = IntStream.range(0, 20)
                .filter(seed -> hypervolume(Samplers.named("tpe"), seed) > hypervolume(new RandomSampler(), seed))
                .count();
        assertThat(wins).as("a sign test at p < 0.01 needs 16 of 20").isGreaterThanOrEqualTo(16);
    }

    private static double hypervolume(Sampler sampler, long seed) {
        var space = new SearchSpace(IntStream.range(0, 6)
                .<Parameter>mapToObj(i -> Parameter.real("x" + i, 0, 1))
                .toList());
        var study = new Study(space, BOTH, sampler, new NoPruner(), List.of(), seed);
        var history = new ArrayList<Trial>();
        for (int number = 0; number < 60; number++) {
            history.add(zdt1(number, study.ask(history)));
        }
        return Hypervolume.of(BOTH, history, List.of(1.0, 6.0));
    }
}
