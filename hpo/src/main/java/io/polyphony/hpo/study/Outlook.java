package io.polyphony.hpo.study;

import io.polyphony.hpo.sampler.ExpectedGain;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a search may still expect.
 *
 * @param worthwhile whether to go on
 * @param gain       what the next trial is expected to gain: for one objective in standard deviations of the losses so far, for several as a
 *                   share of the hypervolume so far; empty if there are too few trials to tell
 * @param reason     in words
 */
public record Outlook(boolean worthwhile, OptionalDouble gain, String reason) {

    static Outlook of(Problem problem, List<Trial> history, double least) {
        OptionalDouble gain = ExpectedGain.of(problem, history);
        if (gain.isEmpty()) {
            return new Outlook(
                    true,
                    gain,
                    "There are too few finished trials to tell what the next one would gain; it takes %d."
                            .formatted(ExpectedGain.LEAST_TRIALS));
        }
        boolean worthwhile = gain.getAsDouble() >= least;
        return new Outlook(
                worthwhile,
                gain,
                "The next trial is expected to %s; %s."
                        .formatted(
                                expected(problem, gain.getAsDouble()),
                                (worthwhile ? "the search ends below %s" : "less than %s is not worth a trial")
                                        .formatted(least)));
    }

    private static String expected(Problem problem, double gain) {
        return String.format(
                Locale.ROOT,
                problem.single()
                        ? "gain %.2g standard deviations of what trials have reached so far"
                        : "widen the front by %.2g of what it dominates so far",
                gain);
    }
}
