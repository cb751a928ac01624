package io.polyphony.engine.compression;

import io.polyphony.engine.auxiliary.AuxiliarySpec;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.Preprocessor;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.training.Guidance;
import io.polyphony.engine.training.Trainer;
import io.polyphony.engine.training.TrainingMonitor;
import io.polyphony.engine.training.TrainingOutcome;
import io.polyphony.engine.training.TrainingSpec;

/**
 * What a network learns from when it is made smaller.
 *
 * @param training how the network was trained, or a student is to be
 * @param preprocessor what rows were encoded by
 * @param validation rows that pick the best epoch
 */
public record Lessons(TrainingSpec training, Preprocessor preprocessor, EncodedRows train, EncodedRows validation) {

    /** The same in another way. */
    Lessons by(TrainingSpec other) {
        return new Lessons(other, preprocessor, train, validation);
    }

    /**
     * Trains, with nothing beside the tasks.
     *
     * @throws CompressionFailed if it diverged, or the monitor ended it
     */
    TrainedModel learn(NetworkSpec network, Guidance guidance, TrainingMonitor monitor) {
        var alone = training.beside(AuxiliarySpec.NONE);
        var trainer = new Trainer(network, alone, preprocessor, train, validation).guided(guidance);
        return switch (trainer.run(null, monitor)) {
            case TrainingOutcome.Completed done -> done.model();
            case TrainingOutcome.Diverged diverged -> throw new CompressionFailed(diverged.reason());
            case TrainingOutcome.CrossValidated _ ->
                throw new IllegalStateException("A training on given rows has no folds.");
            case TrainingOutcome.Interrupted _ -> throw new CompressionFailed("The training was ended from outside.");
        };
    }
}
