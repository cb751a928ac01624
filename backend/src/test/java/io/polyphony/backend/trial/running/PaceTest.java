package io.polyphony.backend.trial.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.hpo.pruner.Course;
import io.polyphony.hpo.pruner.Pruners;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final List<Objective> LOSS = List.of(Objective.minimize("loss"));
    private static final Assignment ANY = new Assignment(Map.of());
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

    @Test
    void short_and_long_trainings_are_judged_from_a_tenth_on() {
        assertThat(pace.course()).isEqualTo(new Course(30, 300));
        assertThat(pace.judged(scaled(2, 25))).isFalse();
        assertThat(pace.judged(scaled(3, 25))).isTrue();
        assertThat(pace.judged(scaled(29, 300))).isFalse();
        assertThat(pace.judged(scaled(30, 300))).isTrue();
        assertThat(pace.judged(List.of())).isFalse();
    }

    /** The rungs 2, 6 and 18 of a training of 300 epochs once went by unjudged. */
    @Test
    void a_training_of_any_length_is_asked_about_when_its_warm_up_ends() {
        for (int own : List.of(5, 25, 87, 300)) {
            var asha = Pruners.named("asha", pace.course(), Map.of());
            var others = IntStream.range(0, 8)
                    .mapToObj(number -> Trial.pruned(number, ANY, scaled(own, own)))
                    .toList();
            var judged = IntStream.rangeClosed(1, own)
                    .filter(epoch -> pace.judged(scaled(epoch, own)))
                    .findFirst()
                    .orElseThrow();
            var bad = scaled(judged, own).stream()
                    .map(report -> new Report(report.step(), List.of(9.0)))
                    .toList();
            assertThat(asha.prune(LOSS, Trial.running(9, ANY, bad), others))
                    .as("%d epochs", own)
                    .isTrue();
        }
    }

    private List<Report> scaled(int epochs, int own) {
        return pace.scaled(
                IntStream.rangeClosed(1, epochs)
                        .mapToObj(epoch -> new Report(epoch, List.of(0.5)))
                        .toList(),
                own);
    }
}
