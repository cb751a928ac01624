package io.polyphony.engine.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One input's numbers for some rows.
 *
 * @param blocks as the {@link InputLayout} lists them
 * @param present per row, whether the input is there at all; where it is not, its blocks are zero
 */
public record InputFeatures(String input, int rows, Map<String, Block> blocks, boolean[] present) {

    public InputFeatures {
        blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
    }

    public InputFeatures select(int[] selection) {
        var selected = new LinkedHashMap<String, Block>();
        blocks.forEach((name, block) -> selected.put(name, block.select(selection)));
        var there = new boolean[selection.length];
        for (var i = 0; i < selection.length; i++) {
            there[i] = present[selection[i]];
        }
        return new InputFeatures(input, selection.length, selected, there);
    }
}
