package io.polyphony.backend.trial.running;

import io.polyphony.backend.trial.Measurements;
import io.polyphony.backend.trial.TrainedTrial;
import io.polyphony.engine.training.TrainingOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a trial that ran to its end keeps.
 *
 * @param bestEpoch of the first fold, where there are several; 0: before the first epoch
 * @param score of the rows that judge it
 * @param spreads deviations over folds, by task and metric; empty for a single training
 */
record Kept(
        int bestEpoch,
        double score,
        Map<String, Map<String, Double>> metrics,
        Map<String, Map<String, Double>> spreads,
        TrainedTrial trained) {

    static Kept of(TrainingOutcome.Completed done) {
        return new Kept(done.bestEpoch(), done.score(), done.best(), Map.of(), TrainedTrial.of(done.snapshots()));
    }

    static Kept of(TrainingOutcome.CrossValidated done) {
        return new Kept(
                done.bestEpoch(), done.score(), done.metrics(), done.spreads(), new TrainedTrial(done.snapshots()));
    }

    List<Measurements.Kept> figures() {
        var figures = new ArrayList<Measurements.Kept>();
        figures.add(new Measurements.Kept("", Measurements.SCORE, score, null));
        metrics.forEach((task, own) -> own.forEach((name, value) -> figures.add(new Measurements.Kept(
                task, name, value, spreads.getOrDefault(task, Map.of()).get(name)))));
        return figures;
    }
}
