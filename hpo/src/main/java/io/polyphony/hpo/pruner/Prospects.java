package io.polyphony.hpo.pruner;

import io.polyphony.hpo.analysis.Ranking;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a running trial may still come to the front of several objectives. Nobody knows what it will gain; but every completed trial tells what one has gained from
 * the same step on, and where early ranks say little of late ones these gains differ much.
 *
 * @param front what none of the completed trials dominates, one loss per objective each
 */
record Prospects(List<Objective> objectives, List<Trial> completed, double[][] front) {

    /** With fewer, nobody knows. */
    private static final int ENOUGH = 3;

    static Prospects of(List<Objective> objectives, List<Trial> others) {
        List<Trial> completed = others.stream()
                .filter(trial -> trial.state() == TrialState.COMPLETED)
                .toList();
        double[][] ends = completed.stream()
                .map(trial -> Objective.losses(objectives, trial.values()))
                .filter(Prospects::finite)
                .toArray(double[][]::new);
        // What any of them dominates one of the front does, and the front stays small however long the history is.
        double[][] front = IntStream.of(Ranking.front(ends, ends.length))
                .mapToObj(index -> ends[index])
                .toArray(double[][]::new);
        return new Prospects(objectives, completed, front);
    }

    /** Of the completed trials, the share of those with whose gain the running one would end on the front; 1 where too few told anything at its step. */
    double ofFront(Trial running) {
        int step = running.lastReport().map(Report::step).orElse(0);
        double[] now = running.bestUntil(objectives, step).orElseThrow();
        double[][] gains =
                completed.stream().flatMap(trial -> gain(trial, step).stream()).toArray(double[][]::new);
        if (gains.length < ENOUGH) {
            return 1;
        }
        long reached =
                Arrays.stream(gains).filter(gain -> onFront(sum(now, gain))).count();
        return (double) reached / gains.length;
    }

    private Optional<double[]> gain(Trial trial, int step) {
        double[] end = Objective.losses(objectives, trial.values());
        return trial.bestUntil(objectives, step)
                .map(then -> sum(end, Arrays.stream(then).map(loss -> -loss).toArray()))
                .filter(Prospects::finite);
    }

    private boolean onFront(double[] end) {
        double[][] all = Stream.concat(Stream.of(end), Arrays.stream(front)).toArray(double[][]::new);
        return IntStream.of(Ranking.front(all, all.length)).anyMatch(index -> index == 0);
    }

    private static double[] sum(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(k -> one[k] + other[k])
                .toArray();
    }

    private static boolean finite(double[] losses) {
        return Arrays.stream(losses).allMatch(Double::isFinite);
    }
}
