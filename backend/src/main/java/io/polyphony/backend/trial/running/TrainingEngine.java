package io.polyphony.backend.trial.running;

import io.polyphony.engine.checkpoint.Checkpoint;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.training.Trainer;
import io.polyphony.engine.training.TrainingMonitor;
import io.polyphony.engine.training.TrainingOutcome;
import io.polyphony.engine.training.TrainingSpec;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Trains one network. Apart from its runner, so that a test can put a faulty one in its place. */
@ApplicationScoped
class TrainingEngine {
    /** @param resume where to go on; null to begin */
    TrainingOutcome train(
            NetworkSpec network,
            TrainingSpec training,
            FeatureCache.Data data,
            @Nullable Checkpoint resume,
            TrainingMonitor monitor) {
        return trainer(network, training, data).run(resume, monitor);
    }

    /** The network before its training. */
    TrainedModel untrained(NetworkSpec network, TrainingSpec training, FeatureCache.Data data) {
        return trainer(network, training, data).untrained();
    }

    private static Trainer trainer(NetworkSpec network, TrainingSpec training, FeatureCache.Data data) {
        return new Trainer(network, training, data.preprocessor(), data.train(), data.validation());
    }
}
