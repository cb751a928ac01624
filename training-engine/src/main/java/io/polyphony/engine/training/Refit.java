package io.polyphony.engine.training;

import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.export.TaskSnapshots;
import io.polyphony.engine.export.TrainedModel;
import java.util.Map;

/**
 * A training once more, on all rows that may be known: the same network, specification and seed, for as many epochs as were best
 * while some of these rows judged instead of teaching. What the result says of them proves nothing any more; its promise is what
 * the first training was measured at.
 *
 * @param judged the network of the first training
 * @param spec how it was trained; a time limit or patience no longer counts
 */
public record Refit(TrainedModel judged, TrainingSpec spec) {
    /** In a model's provenance: from how many rows it has learned. */
    public static final String ROWS = "refitRows";

    private static final String BEST_EPOCH = "bestEpoch";

    /**
     * The best of its epochs.
     *
     * @throws IllegalArgumentException if the network does not tell, as one that was not trained here
     */
    public int epochs() {
        var best = judged.provenance().get(BEST_EPOCH);
        if (best == null) {
            throw new IllegalArgumentException(
                    "The network does not tell its best epoch, only %s.\nMaybe it was imported."
                            .formatted(judged.provenance().keySet()));
        }
        return Integer.parseInt(best);
    }

    /**
     * Trains.
     *
     * @param rows train and validation rows
     * @param monitor hears of {@link #epochs} epochs
     */
    public TrainingOutcome run(Table table, int[] rows, TrainingMonitor monitor) {
        var network = judged.network();
        var preprocessor = Preprocessor.fit(table, rows, network.inputs(), network.features(), network.tasks());
        var trainer = new Trainer(
                network,
                spec.unlimited().keeping(new KeepSpec.LastEpoch(epochs())),
                preprocessor,
                preprocessor.encode(table, rows),
                preprocessor.encode(table, new int[0]));
        return switch (trainer.run(null, monitor)) {
            case TrainingOutcome.Completed done -> told(done, rows.length);
            case TrainingOutcome other -> other;
        };
    }

    private static TrainingOutcome.Completed told(TrainingOutcome.Completed done, int rows) {
        var model = done.model().with(Map.of(ROWS, Integer.toString(rows)));
        return new TrainingOutcome.Completed(
                done.bestEpoch(), done.score(), done.best(), model, TaskSnapshots.of(model));
    }
}
