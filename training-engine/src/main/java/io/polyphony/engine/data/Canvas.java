package io.polyphony.engine.data;

import java.util.List;
import java.util.Map;

/**
 * Where the answers of a task lie that are no single values: on the first pictures among the inputs.
 *
 * @param picture their column
 * @param size pixels per side of the square that the network sees
 */
record Canvas(String picture, int size) {

    /** @throws IllegalArgumentException if there is no picture among the inputs, or none that is read as pixels */
    static Canvas of(TaskSpec task, List<InputSpec> inputs, Map<String, FeaturizerSpec> features) {
        var input = inputs.stream()
                .filter(candidate -> candidate.modality() == Modality.IMAGE)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The target (%s) lies on pictures, but the inputs (%s) hold no picture.%nMaybe add the column of the pictures."
                                .formatted(
                                        task.name(),
                                        inputs.stream().map(InputSpec::name).toList())));
        if (!(features.get(input.name()) instanceof PixelFeatures pixels)) {
            throw new IllegalArgumentException("The pictures (%s) of the target (%s) are not read as pixels, but as %s."
                    .formatted(input.name(), task.name(), features.get(input.name())));
        }
        return new Canvas(input.columns().getFirst(), pixels.size());
    }
}
