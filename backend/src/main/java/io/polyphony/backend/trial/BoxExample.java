package io.polyphony.backend.trial;

import io.polyphony.engine.data.Box;
import io.polyphony.engine.data.Boxes;
import io.polyphony.engine.evaluation.TaskPredictions;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A picture with the boxes that are true, and those that a trial found.
 *
 * @param picture with both drawn on it, as {@link BoxImage} does; null where it cannot be shown
 */
public record BoxExample(@Nullable String picture, List<FoundBox> truth, List<FoundBox> found) {
    public BoxExample {
        truth = List.copyOf(truth);
        found = List.copyOf(found);
    }

    /** Some rows whose boxes are known, evenly taken. */
    static List<BoxExample> of(TaskPredictions predictions, IntFunction<byte @Nullable []> pictures) {
        var boxes = Boxes.of(predictions.task().name(), predictions.scenes());
        return KnownRows.some(predictions)
                .mapToObj(row ->
                        of(boxes.pictures().get(row).boxes(), FoundBox.found(predictions, row), pictures.apply(row)))
                .toList();
    }

    private static BoxExample of(@Nullable List<Box> truth, List<FoundBox> found, byte @Nullable [] picture) {
        var known = truth == null
                ? List.<FoundBox>of()
                : truth.stream().map(box -> FoundBox.of(box, 1)).toList();
        var drawn = picture == null ? null : BoxImage.of(picture, known, found).orElse(null);
        return new BoxExample(drawn, known, found);
    }
}
