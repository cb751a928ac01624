package io.polyphony.hpo.analysis;

import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/** Whether what is good for one objective is good for another (Spearman, Am. J. Psychol. 15, 1904). */
public final class RankCorrelation {

    private static final int LEAST_TRIALS = 3;

    private RankCorrelation() {}

    /**
     * A row and a column per objective: 1 where the trials rank alike, -1 where the better for one is the worse for the other; NaN where an objective does not vary.
     *
     * @throws TooFewTrials below 3 completed trials with finite values
     */
    public static double[][] of(List<Objective> objectives, List<Trial> trials) {
        double[][] losses = trials.stream()
                .filter(trial -> !trial.values().isEmpty())
                .map(trial -> Objective.losses(objectives, trial.values()))
                .filter(loss -> Arrays.stream(loss).allMatch(Double::isFinite))
                .toArray(double[][]::new);
        if (losses.length < LEAST_TRIALS) {
            throw new TooFewTrials(losses.length, LEAST_TRIALS);
        }
        return objectives.size() == 1
                ? new double[][] {{1}}
                : new SpearmansCorrelation()
                        .computeCorrelationMatrix(new Array2DRowRealMatrix(losses))
                        .getData();
    }
}
