package io.polyphony.frontend.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandingsTest {
    private final List<io.polyphony.backend.comparison.TrialRow> rows = List.of(
            Rows.trial(1, "gated", 0.8, 0.9),
            Rows.trial(2, "late", 0.9, 0.7),
            Rows.trial(3, "average", Double.NaN, 0.6),
            Rows.referee(4, Map.of("up", 0.95)));

    @Test
    void the_best_is_the_highest_or_the_lowest_as_the_metric_wants() {
        assertThat(Standings.best(rows, Rows.UP))
                .map(row -> row.trial().number())
                .contains(2);
        assertThat(Standings.best(rows, Rows.DOWN))
                .map(row -> row.trial().number())
                .contains(3);
    }

    @Test
    void what_was_stopped_is_the_best_only_while_nothing_has_completed() {
        var stopped = Rows.pruned(5, "gated", 0.99, 0.1);
        var all = Stream.concat(rows.stream(), Stream.of(stopped)).toList();
        assertThat(Standings.best(all, Rows.UP))
                .map(row -> row.trial().number())
                .contains(2);
        assertThat(Standings.best(all, Rows.DOWN))
                .map(row -> row.trial().number())
                .contains(3);
        assertThat(Standings.best(List.of(stopped), Rows.UP)).contains(stopped);
    }

    @Test
    void referees_are_never_the_best_but_are_told_of() {
        assertThat(Standings.referees(rows, Rows.UP))
                .singleElement()
                .extracting(row -> row.trial().number())
                .isEqualTo(4);
        assertThat(Standings.referees(rows, Rows.DOWN)).isEmpty();
    }

    @Test
    void the_scale_runs_from_worst_to_best_of_the_completed_trials_in_both_directions() {
        var up = Standings.Scale.of(rows, Rows.UP);
        assertThat(up.at(0.95)).isEqualTo(1);
        assertThat(up.at(0.8)).isEqualTo(0);
        assertThat(up.at(0.85)).isCloseTo(0.5, within(1e-9));
        var down = Standings.Scale.of(rows, Rows.DOWN);
        assertThat(down.at(0.6)).isEqualTo(1);
        assertThat(down.at(0.9)).isEqualTo(0);
    }
}
