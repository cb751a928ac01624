package io.polyphony.backend.trial.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.trial.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace(300, 1);

    @Test
    void half_of_a_short_training_counts_as_half_of_the_longest() {
        assertThat(pace.scaled(new Report(15, List.of(0.5)), 30)).isEqualTo(new Report(150, List.of(0.5)));
        assertThat(pace.scaled(List.of(new Report(30, List.of(0.5))), 30))
                .containsExactly(new Report(300, List.of(0.5)));
    }

    @Test
    void epochs_of_all_folds_are_those_of_the_first_times_their_number() {
        var folded = new Pace(300, 5);
        assertThat(folded.each(150)).isEqualTo(30);
        assertThat(folded.scaled(new Report(15, List.of(0.5)), 150)).isEqualTo(new Report(150, List.of(0.5)));
        assertThat(folded.scaled(new Report(15, List.of(0.5)), 1500)).isEqualTo(new Report(15, List.of(0.5)));
    }

    @Test
    void the_longest_training_and_one_of_unknown_length_stay_as_they_are() {
        var report = new Report(15, List.of(0.5));
        assertThat(pace.scaled(report, 300)).isEqualTo(report);
        assertThat(pace.scaled(report, 0)).isEqualTo(report);
    }
}
