package io.polyphony.engine.compression;

import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.training.Guidance;
import io.polyphony.engine.training.Taught;
import io.polyphony.engine.training.TrainingMonitor;
import java.util.Map;

/** Teaches a small network what a large one, or several, have learned. */
public final class Distiller {
    private Distiller() {}

    /**
     * A student, trained from the beginning.
     *
     * @param taught what {@link Teacher} says of the training rows; rows without labels are taught as well
     * @throws CompressionFailed if the training diverged, or the monitor ended it
     */
    public static TrainedModel distil(
            NetworkSpec student, Map<String, Taught> taught, Lessons lessons, TrainingMonitor monitor) {
        return lessons.learn(student, Guidance.by(taught), monitor)
                .with(Map.of("distilled", String.join(", ", taught.keySet())));
    }
}
