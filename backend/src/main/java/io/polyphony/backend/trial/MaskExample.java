package io.polyphony.backend.trial;

import io.polyphony.engine.data.Masks;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.evaluation.Segments;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.media.Png;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A picture, its mask, and what a trial drew; PNGs in base64 of at most 256 pixels a side, masks from black (the first class)
 * to white (the last).
 *
 * @param picture null where the row has none
 * @param iou how well the drawn mask covers the true one, 0..1
 */
public record MaskExample(@Nullable String picture, String truth, String drawn, double iou) {
    /** Some rows whose mask is known, evenly taken. */
    static List<MaskExample> of(TaskPredictions predictions, IntFunction<byte @Nullable []> pictures) {
        return KnownRows.some(predictions)
                .mapToObj(row -> of(predictions, row, pictures.apply(row)))
                .toList();
    }

    private static MaskExample of(TaskPredictions predictions, int row, byte @Nullable [] picture) {
        var masks = Masks.of(predictions.task().name(), predictions.scenes());
        var truth = masks.mask(row);
        var drawn = Segments.drawn(predictions, row).within(SmallPicture.SIDE);
        return new MaskExample(
                shown(picture),
                MaskImage.shown(truth == null ? drawn : truth.within(SmallPicture.SIDE), masks.classes()),
                MaskImage.shown(drawn, masks.classes()),
                Metrics.evaluate(Metrics.IOU, predictions.select(new int[] {row})));
    }

    private static @Nullable String shown(byte @Nullable [] picture) {
        return picture == null
                ? null
                : SmallPicture.of(picture)
                        .map(small -> Png.base64(small.image()))
                        .orElse(null);
    }
}
