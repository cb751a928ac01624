package io.polyphony.frontend.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.evaluation.Bootstrap;
import io.polyphony.engine.evaluation.OperatingCurve;
import io.polyphony.frontend.component.Numbers;
import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void who_is_better_depends_on_the_direction_of_the_metric() {
        var more = new Bootstrap.Difference(0.02, 0.01, 0.03);
        assertThat(Verdict.of("accuracy", more).outcome()).isEqualTo(Verdict.Outcome.BETTER);
        assertThat(Verdict.of("mae", more).outcome()).isEqualTo(Verdict.Outcome.WORSE);
        var less = new Bootstrap.Difference(-0.02, -0.03, -0.01);
        assertThat(Verdict.of("accuracy", less).outcome()).isEqualTo(Verdict.Outcome.WORSE);
        assertThat(Verdict.of("mae", less).outcome()).isEqualTo(Verdict.Outcome.BETTER);
    }

    @Test
    void an_interval_that_holds_zero_tells_nothing() {
        var verdict = Verdict.of("accuracy", new Bootstrap.Difference(0.02, 0, 0.04));
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.ALIKE);
        assertThat(verdict.sentence("A", "B")).contains("cannot tell them apart", "may be chance");
    }

    @Test
    void where_all_draws_are_alike_there_is_no_difference() {
        var verdict = Verdict.of("mae", new Bootstrap.Difference(0, 0, 0));
        assertThat(verdict.sentence("A", "B")).contains("no difference at all");
    }

    @Test
    void the_sentence_names_the_better_one() {
        var worse = Verdict.of("accuracy", new Bootstrap.Difference(-0.02, -0.03, -0.01));
        assertThat(worse.sentence("A", "B")).startsWith("B is better");
        assertThat(Numbers.signed(-0.02)).isEqualTo("−0.0200");
        assertThat(Numbers.signed(0.02)).isEqualTo("+0.0200");
    }

    @Test
    void a_threshold_is_told_by_what_it_says_of_all_rows() {
        var curve = new OperatingCurve(
                "yes",
                1,
                3,
                0.9,
                0.9,
                new double[] {1.1, 0.8, 0.4},
                new double[] {0, 0, 1.0 / 3},
                new double[] {0, 1, 1},
                new double[] {1, 1, 0.5});
        var strict = Operating.of(curve, 0.5);
        assertThat(strict).isEqualTo(new Operating(1, 1, 0.25, 0));
        var lax = Operating.of(curve, 0.4);
        assertThat(lax.said()).isEqualTo(0.5);
        assertThat(lax.f1()).isEqualTo(2.0 / 3);
        assertThat(Operating.of(curve, 0.9).f1()).isZero();
    }
}
