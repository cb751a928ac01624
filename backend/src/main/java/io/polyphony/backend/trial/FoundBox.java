package io.polyphony.backend.trial;

import io.polyphony.engine.data.Box;
import io.polyphony.engine.evaluation.Detections;
import io.polyphony.engine.evaluation.TaskPredictions;
import java.util.List;

/**
 * A box on a picture, in pixels of the picture.
 *
 * @param label what is in it
 * @param x its left side
 * @param y its upper side
 * @param w its width
 * @param h its height
 * @param score how probable it is, 0..1; 1 for a true one
 */
public record FoundBox(String label, double x, double y, double w, double h, double score) {

    /** What a network finds on a row's picture with a probability of at least 0.3, the most probable first. */
    public static List<FoundBox> found(TaskPredictions predictions, int row) {
        return Detections.shown(predictions, row).stream()
                .map(found -> of(found.box(), found.score()))
                .toList();
    }

    static FoundBox of(Box box, double score) {
        return new FoundBox(box.label(), box.x(), box.y(), box.width(), box.height(), score);
    }
}
