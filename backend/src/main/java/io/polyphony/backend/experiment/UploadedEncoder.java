package io.polyphony.backend.experiment;

import io.polyphony.backend.experiment.space.Choice;
import io.polyphony.engine.data.FrozenFeatures;
import io.polyphony.engine.data.FrozenInput;
import java.time.Instant;

/**
 * A ready-made network of a project that may read inputs.
 *
 * @param name unique within its project
 * @param features its content, what it reads, and the width of its embedding
 * @param bytes of its file
 */
public record UploadedEncoder(String name, FrozenFeatures features, long bytes, Instant createdAt) {
    /** What names of uploaded encoders begin with among those of a search. */
    public static final String PREFIX = "onnx:";

    /** As something that a search may choose. */
    public Choice choice() {
        var reads = switch (features.read()) {
            case FrozenInput.Pictures pictures -> "pictures of %1$d x %1$d".formatted(pictures.size());
            case FrozenInput.Sounds sounds -> "sounds of %d samples".formatted(sounds.samples());
            case FrozenInput.Texts texts -> "texts of %d word pieces".formatted(texts.length());
            case FrozenInput.Cells cells -> "%d numbers of a table".formatted(cells.numbers());
        };
        return new Choice(
                PREFIX + name,
                name,
                false,
                "Uploaded and never trained here: reads %s, says %d numbers that a small network learns from."
                        .formatted(reads, features.width()));
    }
}
