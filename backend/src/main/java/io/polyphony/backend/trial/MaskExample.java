package io.polyphony.backend.trial;

import io.polyphony.engine.data.Masks;
import io.polyphony.engine.evaluation.Metrics;
import io.polyphony.engine.evaluation.Segments;
import io.polyphony.engine.evaluation.TaskPredictions;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A picture, its mask, and what a trial drew; PNGs in base64 of at most 256 pixels a side, masks from black (the first class)
 * to white (the last).
 *
 * @param picture null where the row has none
 * @param iou how well the drawn mask covers the true one, 0..1
 */
public record MaskExample(@Nullable String picture, String truth, String drawn, double iou) {
    private static final int MOST = 6;
    private static final int SIDE = 256;

    /** Some rows whose mask is known, evenly taken. */
    static List<MaskExample> of(TaskPredictions predictions, IntFunction<byte @Nullable []> pictures) {
        var known = new ArrayList<Integer>();
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.mask()[row] > 0) {
                known.add(row);
            }
        }
        var examples = new ArrayList<MaskExample>();
        int count = Math.min(MOST, known.size());
        for (int i = 0; i < count; i++) {
            int row = known.get(i * known.size() / count);
            examples.add(of(predictions, row, pictures.apply(row)));
        }
        return examples;
    }

    private static MaskExample of(TaskPredictions predictions, int row, byte @Nullable [] picture) {
        var masks = Masks.of(predictions.task().name(), predictions.masks());
        var truth = masks.mask(row);
        var drawn = Segments.drawn(predictions, row).within(SIDE);
        return new MaskExample(
                picture == null ? null : small(picture),
                MaskImage.shown(truth == null ? drawn : truth.within(SIDE), masks.classes()),
                MaskImage.shown(drawn, masks.classes()),
                Metrics.evaluate(Metrics.IOU, predictions.select(new int[] {row})));
    }

    private static @Nullable String small(byte[] picture) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(picture));
            return image == null ? null : Base64.getEncoder().encodeToString(MaskImage.bytes(scaled(image)));
        } catch (IOException damaged) {
            return null; // Import has seen it whole; a picture that cannot be shown spoils no figure.
        }
    }

    private static BufferedImage scaled(BufferedImage image) {
        double scale = Math.min(1, (double) SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(scale * image.getWidth()));
        int height = Math.max(1, (int) Math.round(scale * image.getHeight()));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }
}
