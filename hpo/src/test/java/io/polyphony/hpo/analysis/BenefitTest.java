package io.polyphony.hpo.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BenefitTest {

    /** Differences 1, 2 and 3: the mean 2, its error 1 / sqrt(3), and 4.303 = t(0.975, 2). */
    @Test
    void pairs_are_judged_by_their_differences() {
        var benefit = Benefit.paired(new double[] {11, 22, 33}, new double[] {10, 20, 30});
        assertThat(benefit.difference()).isCloseTo(2, within(1e-12));
        assertThat(benefit.low()).isCloseTo(2 - 4.302653 / Math.sqrt(3), within(1e-5));
        assertThat(benefit.verdict()).isEqualTo(Benefit.Verdict.UNDECIDED);
        assertThat(Benefit.paired(new double[] {1, 2, 3}, new double[] {0, 1.1, 2})
                        .verdict())
                .isEqualTo(Benefit.Verdict.HELPS);
        assertThat(Benefit.paired(new double[] {0, 1.1, 2}, new double[] {1, 2, 3})
                        .verdict())
                .isEqualTo(Benefit.Verdict.HURTS);
    }

    /** The variances 5 / 3 and 50 / 3 leave between three and five degrees of freedom: t is between 2.57 and 3.18. */
    @Test
    void unpaired_scores_are_judged_as_welch_does() {
        var benefit = Benefit.unpaired(new double[] {5, 6, 7, 8}, new double[] {1, 2, 3, 10});
        double error = Math.sqrt(5.0 / 3 / 4 + 50.0 / 3 / 4);
        assertThat(benefit.difference()).isCloseTo(2.5, within(1e-12));
        assertThat((benefit.high() - benefit.low()) / 2 / error).isBetween(2.57, 3.18);
        assertThat(benefit.verdict()).isEqualTo(Benefit.Verdict.UNDECIDED);
    }

    /** The mean's interval is known: 0.1 +- 1.96 x the deviation of the differences / sqrt(n). */
    @Test
    void a_figure_of_many_rows_is_judged_by_drawing_rows_anew() {
        var random = new SplittableRandom(4);
        double[] with = random.doubles(400).map(x -> x + 0.1).toArray();
        double[] without = random.doubles(400).toArray();
        var drawn = Benefit.resampled(400, rows -> mean(with, rows), rows -> mean(without, rows), 7);
        var paired = Benefit.paired(with, without);
        assertThat(drawn.difference()).isCloseTo(paired.difference(), within(1e-12));
        assertThat(drawn.low()).isCloseTo(paired.low(), within(0.01));
        assertThat(drawn.high()).isCloseTo(paired.high(), within(0.01));
        assertThat(drawn).isEqualTo(Benefit.resampled(400, rows -> mean(with, rows), rows -> mean(without, rows), 7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Benefit.resampled(400, rows -> Double.NaN, rows -> mean(without, rows), 7))
                .withMessageContaining("Too few");
    }

    private static double mean(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).average().orElseThrow();
    }

    @Test
    void refuses_what_has_no_interval() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Benefit.paired(new double[] {1, 2}, new double[] {1}))
                .withMessageContaining("2 scores with and 1 without");
        assertThatIllegalArgumentException().isThrownBy(() -> Benefit.unpaired(new double[] {1}, new double[] {1, 2}));
    }

    @Test
    void objectives_that_agree_correlate_and_directions_count() {
        var objectives = List.of(Objective.minimize("mae"), Objective.maximize("accuracy"), Objective.minimize("size"));
        var trials = List.of(
                Trial.completed(0, ANY, 1.0, 0.9, 3.0),
                Trial.completed(1, ANY, 2.0, 0.8, 2.0),
                Trial.completed(2, ANY, 3.0, 0.7, 1.0),
                Trial.completed(3, ANY, Double.NaN, 0.7, 1.0));
        double[][] correlation = RankCorrelation.of(objectives, trials);
        assertThat(correlation[0][1]).isCloseTo(1, within(1e-12));
        assertThat(correlation[0][2]).isCloseTo(-1, within(1e-12));
        assertThatExceptionOfType(TooFewTrials.class)
                .isThrownBy(() -> RankCorrelation.of(objectives, trials.subList(0, 2)));
    }

    private static final Assignment ANY = new Assignment(Map.of());
}
