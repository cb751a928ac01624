package io.polyphony.hpo.pruner;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.Histories;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HyperbandPrunerTest extends PrunerContract {

    private final HyperbandPruner hyperband = (HyperbandPruner) pruner();

    @Override
    protected Pruner pruner() {
        return Pruners.named("hyperband");
    }

    @Test
    void bolder_brackets_are_likelier_and_all_are_used() {
        var counts = new int[4];
        IntStream.range(0, 2000).forEach(number -> counts[hyperband.bracket(number)]++);
        assertThat(counts[0]).isGreaterThan(counts[1]);
        assertThat(counts[1]).isGreaterThan(counts[2]);
        assertThat(counts[3]).isPositive();
    }

    @Test
    void compares_within_a_bracket_from_its_own_first_rung_on() {
        for (int bracket = 0; bracket < 4; bracket++) {
            int mine = bracket;
            List<Trial> better = IntStream.range(0, 300)
                    .filter(number -> hyperband.bracket(number) == mine)
                    .mapToObj(number -> Trial.pruned(number, ANY, reports(27, 0.1)))
                    .toList();
            int grace = (int) Math.pow(3, bracket);
            int number = better.getFirst().number();
            Trial running = Trial.running(number, ANY, reports(grace, 0.9));
            assertThat(hyperband.prune(Histories.ONE, running, better)).isEqualTo(bracket < 3);
            Trial early = Trial.running(number, ANY, reports(Math.max(1, grace - 1), 0.9));
            assertThat(hyperband.prune(Histories.ONE, early, better)).isEqualTo(bracket == 0);
        }
    }

    /** floor(log3(R / r)) + 1 of them (Li et al.); in the first tenth, where nothing is judged, none begins. */
    @Test
    void brackets_are_as_many_as_the_longest_training_has_room_for() {
        assertThat(brackets(new Course(1, 27))).isEqualTo(4);
        assertThat(brackets(new Course(1, 81))).isEqualTo(5);
        assertThat(brackets(new Course(30, 300))).isEqualTo(3);
        assertThat(brackets(new Course(3, 25))).isEqualTo(2);
        assertThat(brackets(new Course(1, 1))).isEqualTo(1);
    }

    private static int brackets(Course course) {
        var pruner = (HyperbandPruner) Pruners.named("hyperband", course, Map.of());
        return (int) IntStream.range(0, 2000).map(pruner::bracket).distinct().count();
    }

    @Test
    void a_long_training_is_judged_from_the_end_of_its_warm_up() {
        var pruner = (HyperbandPruner) Pruners.named("hyperband", new Course(30, 300), Map.of());
        List<Trial> better = IntStream.range(0, 300)
                .filter(number -> pruner.bracket(number) == 1)
                .mapToObj(number -> Trial.pruned(number, ANY, reports(90, 0.1)))
                .toList();
        int number = better.getFirst().number();
        assertThat(pruner.prune(Histories.ONE, Trial.running(number, ANY, reports(90, 0.9)), better))
                .isTrue();
        assertThat(pruner.prune(Histories.ONE, Trial.running(number, ANY, reports(89, 0.9)), better))
                .isFalse();
    }
}
