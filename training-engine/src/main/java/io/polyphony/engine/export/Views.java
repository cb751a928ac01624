package io.polyphony.engine.export;

import io.polyphony.engine.data.Augmentation;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.MaskCodec;
import io.polyphony.engine.data.Mixup;
import io.polyphony.engine.data.Modality;
import io.polyphony.engine.data.TaskCodec;
import io.polyphony.engine.data.TaskType;
import io.polyphony.engine.data.Turn;
import io.polyphony.engine.network.Variation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mean of what a network says of pictures in each of the ways in which they may lie, with what lies on them turned back.
 * Boxes are no numbers that could be averaged: they are those of the pictures as they are.
 */
final class Views {
    private final TrainedModel model;
    private final Map<String, float[][]> sums = new LinkedHashMap<>();
    private int count;

    Views(TrainedModel model) {
        this.model = model;
    }

    /** Every picture lies in that way. */
    static Variation variation(Map<String, InputLayout> layouts, int way) {
        var turns = new LinkedHashMap<String, List<Augmentation>>();
        layouts.forEach((input, layout) -> {
            if (layout.modality() == Modality.IMAGE && layout.blocks().containsKey(InputLayout.PIXELS)) {
                turns.put(input, List.of(Turn.of(layout, way)));
            }
        });
        return way == 0 ? Variation.NONE : new Variation(turns, 0, new Mixup(0, 0));
    }

    /** Counts what is said of pictures that lie in that way; the first is 0, as they are. */
    void add(int way, Map<String, float[][]> answers) {
        count++;
        answers.forEach((task, said) -> {
            if (way == 0) {
                sums.put(task, said);
            } else {
                add(model.preprocessor().codec(task), way, said, sums.getOrDefault(task, new float[0][]));
            }
        });
    }

    private static void add(TaskCodec codec, int way, float[][] said, float[][] sum) {
        for (int row = 0; row < sum.length && codec.task().type() != TaskType.DETECTION; row++) {
            turn(codec, said[row].length, way).addBack(said[row], sum[row]);
        }
    }

    /** What does not lie on the picture stays where it is. */
    private static Turn turn(TaskCodec codec, int width, int way) {
        return codec instanceof MaskCodec mask
                ? Turn.of(mask.size(), width / (mask.size() * mask.size()), way)
                : Turn.of(1, width, 0);
    }

    /** By task and row. */
    Map<String, float[][]> mean() {
        sums.forEach((task, answers) -> {
            boolean averaged = model.preprocessor().codec(task).task().type() != TaskType.DETECTION;
            for (var row : answers) {
                for (int k = 0; k < row.length && averaged; k++) {
                    row[k] /= count;
                }
            }
        });
        return sums;
    }
}
