package io.polyphony.engine.auxiliary;

import io.polyphony.engine.data.Block;
import io.polyphony.engine.data.InputFeatures;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What some rows of one input hold, row-major, by the block's name.
 *
 * @param numbers of blocks of real numbers
 * @param codes of blocks of codes
 */
public record Blocks(Map<String, float[]> numbers, Map<String, int[]> codes) {

    /** The rows as they were encoded. */
    static Blocks of(InputFeatures features) {
        var numbers = new LinkedHashMap<String, float[]>();
        var codes = new LinkedHashMap<String, int[]>();
        features.blocks().forEach((name, block) -> {
            switch (block) {
                case Block.Dense(var _, var values) -> numbers.put(name, values);
                case Block.Codes(var _, var values) -> codes.put(name, values);
            }
        });
        return new Blocks(numbers, codes);
    }

    float[] numbers(String block) {
        return Objects.requireNonNull(numbers.get(block), block);
    }

    int[] codes(String block) {
        return Objects.requireNonNull(codes.get(block), block);
    }
}
