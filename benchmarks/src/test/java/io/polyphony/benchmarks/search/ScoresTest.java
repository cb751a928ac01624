package io.polyphony.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.hpo.sampler.Samplers;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final List<SearchTask> TWO = SearchTask.suite().subList(0, 2);

    @Test
    void zero_is_what_random_search_reaches_with_sixteen_trials() {
        var scores = new Scores(TWO, 200, 16, 64);
        scores.run(ours("random"), 64);
        assertThat(scores.mean("random", 16)).isCloseTo(0, within(0.15));
        assertThat(scores.mean("random", 64)).isBetween(0.2, 0.9);
    }

    @Test
    void the_same_figures_come_out_every_time() {
        assertThat(tpe().all("tpe", 32)).isEqualTo(tpe().all("tpe", 32)).hasSize(6);
    }

    @Test
    void the_default_is_better_than_random_search() {
        var scores = new Scores(SearchTask.suite(), 2, 16, 128);
        scores.run(ours("random"), 128);
        scores.run(ours(Samplers.RECOMMENDED), 16);
        assertThat(scores.mean(Samplers.RECOMMENDED, 16)).isGreaterThan(scores.mean("random", 16));
    }

    @Test
    void asks_for_what_was_run_only() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tpe().mean("luck", 32))
                .withMessageContaining("[tpe]");
    }

    private static Scores tpe() {
        var scores = new Scores(TWO, 3, 32);
        scores.run(ours("tpe"), 32);
        return scores;
    }

    private static Contender ours(String name) {
        return new Contender.Ours(name, Samplers.named(name));
    }
}
