package io.polyphony.backend.trial.running;

import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.training.CrossValidation;
import io.polyphony.engine.training.FoldRows;
import io.polyphony.engine.training.Trainer;
import io.polyphony.engine.training.TrainingMonitor;
import io.polyphony.engine.training.TrainingOutcome;
import io.polyphony.engine.training.TrainingSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Trains one network. Apart from its runner, so that a test can put a faulty one in its place. */
@ApplicationScoped
class TrainingEngine {
    /**
     * What is to be trained.
     *
     * @param folds how many networks, each on a fold of the rows; 1: one network on the training rows
     * @param data by fold
     */
    record Work(NetworkSpec network, TrainingSpec training, int folds, IntFunction<FoldRows> data) {}

    /** @param resume where to go on; null to begin */
    TrainingOutcome train(Work work, @Nullable Checkpoint resume, TrainingMonitor monitor) {
        return work.folds() == 1
                ? trainer(work).run(resume, monitor)
                : new CrossValidation(work.network(), work.training(), work.folds(), work.data()).run(resume, monitor);
    }

    /** The network before its training. */
    TrainedModel untrained(Work work) {
        return trainer(work).untrained();
    }

    private static Trainer trainer(Work work) {
        var data = work.data().apply(0);
        return new Trainer(work.network(), work.training(), data.preprocessor(), data.train(), data.validation());
    }
}
