package io.polyphony.hpo.pruner;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.Histories;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AshaPrunerTest extends PrunerContract {

    private static final List<Trial> EIGHT = IntStream.range(0, 8)
            .mapToObj(number -> Trial.pruned(number, ANY, reports(9, 1.0 * number)))
            .toList();

    private static final List<Objective> TWO = List.of(Objective.minimize("mae"), Objective.maximize("accuracy"));
    private static final List<Trial> EIGHT_OF_TWO = IntStream.range(0, 8)
            .mapToObj(number -> Trial.pruned(number + 100, ANY, reports(3, 0.1 * number, 0.5)))
            .toList();

    @Override
    protected Pruner pruner() {
        return Pruners.named("asha");
    }

    @Test
    void the_best_third_goes_on_at_each_rung() {
        for (int rung : List.of(2, 6)) {
            assertThat(pruner().prune(Histories.ONE, running(rung, 1.9), EIGHT)).isFalse();
            assertThat(pruner().prune(Histories.ONE, running(rung, 2.1), EIGHT)).isTrue();
        }
    }

    @Test
    void nothing_is_pruned_between_rungs_or_at_a_rung_that_others_have_not_reached() {
        for (int step : List.of(1, 3, 4, 5, 7, 8, 9, 17, 18)) {
            assertThat(pruner().prune(Histories.ONE, running(step, 99.0), EIGHT))
                    .as("step %d", step)
                    .isFalse();
        }
    }

    @Test
    void a_rung_between_two_reports_is_not_missed() {
        Trial sparse = Trial.running(9, ANY, List.of(new Report(3, List.of(9.0)), new Report(8, List.of(9.0))));
        assertThat(pruner().prune(Histories.ONE, sparse, EIGHT)).isTrue();
    }

    /** Of a trial that reports at 12, 24, 36, ... the rivals stopped at 18, 19 or 20 once did not count: it had to beat the survivors alone. */
    @Test
    void rivals_are_all_that_reached_the_rung_and_not_only_those_that_came_as_far() {
        List<Trial> eight = IntStream.range(0, 8)
                .mapToObj(number -> number < 3
                        ? told(number, 1.0 * number, 7, 14, 20, 27, 34, 40, 47, 54)
                        : told(number, 1.0 * number, 6 + number % 3, 18 + number % 3))
                .toList();
        assertThat(pruner().prune(Histories.ONE, told(9, 1.5, 12, 24), eight)).isFalse();
        assertThat(pruner().prune(Histories.ONE, told(9, 2.5, 12, 24), eight)).isTrue();
    }

    @Test
    void rivals_are_judged_by_what_they_were_at_the_rung() {
        List<Trial> late = IntStream.range(0, 8)
                .mapToObj(number -> Trial.pruned(
                        number, ANY, List.of(new Report(7, List.of(5.0 + number)), new Report(17, List.of(0.1)))))
                .toList();
        assertThat(pruner().prune(Histories.ONE, told(9, 4.9, 6), late)).isFalse();
        assertThat(pruner().prune(Histories.ONE, told(9, 9.0, 6), late)).isTrue();
    }

    @Test
    void a_rung_within_the_warm_up_is_judged_at_its_end_and_once() {
        var warm = new AshaPruner(3, 2, 30);
        List<Trial> eight = IntStream.range(0, 8)
                .mapToObj(number -> told(number, 1.0 * number, 3, 6, 28, 31))
                .toList();
        assertThat(warm.prune(Histories.ONE, told(9, 99.0, 12, 24), eight)).isFalse();
        assertThat(warm.prune(Histories.ONE, told(9, 99.0, 12, 24, 36), eight)).isTrue();
        assertThat(warm.prune(Histories.ONE, told(9, 1.5, 12, 24, 36), eight)).isFalse();
        assertThat(warm.prune(Histories.ONE, told(9, 99.0, 12, 24, 36, 48), eight))
                .as("between rungs")
                .isFalse();
    }

    @Test
    void beyond_the_warm_up_rungs_are_where_they_were() {
        var warm = new AshaPruner(3, 2, 30);
        List<Trial> eight = IntStream.range(0, 8)
                .mapToObj(number -> told(number, 1.0 * number, 30, 54))
                .toList();
        assertThat(warm.prune(Histories.ONE, told(9, 99.0, 30, 53), eight)).isFalse();
        assertThat(warm.prune(Histories.ONE, told(9, 99.0, 30, 54), eight)).isTrue();
        assertThat(warm.prune(Histories.ONE, told(9, 99.0, 60), eight))
                .as("none has come to the step 60, all to the rung")
                .isTrue();
    }

    private static Trial told(int number, double loss, int... steps) {
        return Trial.pruned(
                number,
                ANY,
                IntStream.of(steps)
                        .mapToObj(step -> new Report(step, List.of(loss)))
                        .toList());
    }

    @Test
    void with_several_objectives_the_dominated_stop_and_the_spread_out_go_on() {
        List<Trial> front = List.of(
                ended(0, 0.0, 0.0), ended(1, 0.1, 0.3), ended(2, 0.5, 0.9), ended(3, 0.52, 0.91), ended(4, 0.6, 0.4));
        assertThat(pruner().prune(TWO, running(2, 0.6, 0.5), front))
                .as("dominated")
                .isTrue();
        assertThat(pruner().prune(TWO, running(2, 0.51, 0.9), front))
                .as("crowded and dominated")
                .isTrue();
        assertThat(pruner().prune(TWO, running(2, 0.1, 0.6), front))
                .as("dominates")
                .isFalse();
        assertThat(pruner().prune(TWO, running(2, 0.2, 0.7), front))
                .as("widens the front")
                .isFalse();
    }

    /** A third of thirteen would be four; all would end on the front, since nobody gains anything. */
    @Test
    void with_several_objectives_nobody_stops_who_would_come_to_the_front() {
        List<Trial> twelve = IntStream.range(0, 12)
                .mapToObj(number -> ended(number, 0.1 * number, 0.1 * number))
                .toList();
        for (int number = 0; number < 12; number++) {
            assertThat(pruner().prune(TWO, running(2, 0.1 * number + 0.05, 0.1 * number + 0.06), twelve))
                    .isFalse();
        }
        assertThat(pruner().prune(TWO, running(2, 0.55, 0.45), twelve)).isTrue();
    }

    @Test
    void with_several_objectives_a_slow_start_is_forgiven_as_far_as_completed_trials_had_one() {
        var quick = IntStream.range(0, 9).mapToObj(number -> ended(number, 0.1 * number, 0.1 * number));
        var slow = IntStream.range(9, 12)
                .mapToObj(number ->
                        new Trial(number, ANY, TrialState.COMPLETED, reports(3, 0.9, -0.9), List.of(0.5, 0.4)));
        List<Trial> twelve = Stream.concat(quick, slow).toList();
        assertThat(pruner().prune(TWO, running(2, 0.8, 0.0), twelve))
                .as("a quarter gained as much as it takes")
                .isFalse();
        assertThat(pruner().prune(TWO, running(2, 0.8, 0.0), twelve.subList(0, 11)))
                .as("less than a fifth did")
                .isTrue();
    }

    @Test
    void with_several_objectives_nothing_is_given_up_before_three_have_told_how_they_end() {
        List<Trial> front = List.of(ended(0, 0.0, 1.0), ended(1, 0.1, 0.9));
        List<Trial> more = Stream.concat(front.stream(), EIGHT_OF_TWO.stream()).toList();
        assertThat(pruner().prune(TWO, running(2, 0.9, 0.1), more)).isFalse();
        List<Trial> third =
                Stream.concat(more.stream(), Stream.of(ended(9, 0.2, 0.8))).toList();
        assertThat(pruner().prune(TWO, running(2, 0.9, 0.1), third)).isTrue();
    }

    /** What it told at last is what it came to. */
    private static Trial ended(int number, Double mae, Double accuracy) {
        return new Trial(number, ANY, TrialState.COMPLETED, reports(3, mae, accuracy), List.of(mae, accuracy));
    }
}
