package io.polyphony.engine.network;

import io.polyphony.engine.data.Augmentation;
import io.polyphony.engine.data.Block;
import io.polyphony.engine.data.InputFeatures;
import io.polyphony.engine.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Fills one block of one input of a program; rows beyond those given are zero. */
sealed interface Feed {

    void fill(InputFeatures features, int[] rows, RandomGenerator random);

    /** Real numbers, perhaps augmented. */
    record Numbers(String block, Tensor target, float[] staging, int batch, List<Augmentation> augmentations)
            implements Feed {
        @Override
        public void fill(InputFeatures features, int[] rows, RandomGenerator random) {
            if (!(features.blocks().get(block) instanceof Block.Dense(var _, var values))) {
                throw Feed.missing(block, features);
            }
            int size = staging.length / batch;
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(values, rows[i] * size, staging, i * size, size);
                for (int k = 0; k < augmentations.size(); k++) {
                    augmentations.get(k).apply(staging, i * size, random);
                }
            }
            Arrays.fill(staging, rows.length * size, staging.length, 0f);
            target.write(0, staging, 0, staging.length);
        }
    }

    /** Codes. */
    record Codes(String block, int[] target, int batch) implements Feed {
        @Override
        public void fill(InputFeatures features, int[] rows, RandomGenerator random) {
            if (!(features.blocks().get(block) instanceof Block.Codes(var _, var values))) {
                throw Feed.missing(block, features);
            }
            int size = target.length / batch;
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(values, rows[i] * size, target, i * size, size);
            }
            Arrays.fill(target, rows.length * size, target.length, 0);
        }
    }

    private static IllegalArgumentException missing(String block, InputFeatures features) {
        return new IllegalArgumentException(
                "The input (%s) has no block (%s) of that kind; it has %s.\nMaybe it was encoded for another network."
                        .formatted(features.input(), block, features.blocks().keySet()));
    }
}
