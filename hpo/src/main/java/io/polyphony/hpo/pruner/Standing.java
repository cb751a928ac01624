package io.polyphony.hpo.pruner;

import io.polyphony.hpo.analysis.Ranking;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A running trial among its peers at a rung, or at the step it has reached. Each is judged by the best of every objective up to there, because
 * the best epoch is what a trial is kept for.
 *
 * @param losses of the running trial, then of every other trial that has come as far
 */
record Standing(double[][] losses) {

    /**
     * The running trial among all that have reached a rung, whatever became of them, each as it was when it did: by its reports up to the first at or beyond the
     * rung. Steps differ, so that those given up there need not have come as far as the running trial is now.
     *
     * @param running has a report at or beyond the rung
     */
    static Standing at(int rung, List<Objective> objectives, Trial running, List<Trial> others) {
        var losses = new ArrayList<double[]>();
        losses.add(arriving(rung, objectives, running).orElseThrow());
        others.forEach(other -> arriving(rung, objectives, other).ifPresent(losses::add));
        return new Standing(losses.toArray(double[][]::new));
    }

    private static Optional<double[]> arriving(int rung, List<Objective> objectives, Trial trial) {
        return trial.reports().stream()
                .map(Report::step)
                .filter(step -> step >= rung)
                .findFirst()
                .flatMap(step -> trial.bestUntil(objectives, step));
    }

    /**
     * The running trial among all that were ever judged, with what each had reached by then: one that was given up earlier stands where it stopped. Without
     * those, survivors would compete with survivors, and the bar would rise with every trial.
     *
     * @param peers completed and pruned ones; those without a report are passed over
     */
    static Standing amongAll(List<Objective> objectives, Trial running, List<Trial> peers) {
        int step = running.reports().getLast().step();
        var losses = new ArrayList<double[]>();
        losses.add(running.bestUntil(objectives, step).orElseThrow());
        for (Trial peer : peers) {
            peer.lastReport()
                    .flatMap(last -> peer.bestUntil(objectives, Math.min(step, last.step())))
                    .ifPresent(losses::add);
        }
        return new Standing(losses.toArray(double[][]::new));
    }

    /** How many trials are compared, the running one included. */
    int contenders() {
        return losses.length;
    }

    /** Whether the running trial is among that many best; ties are in its favour. */
    boolean amongBest(int count) {
        return IntStream.of(Ranking.best(losses, count)).anyMatch(index -> index == 0);
    }
}
