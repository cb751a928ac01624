package io.polyphony.engine.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the network's encoder finds per row. Blocks by modality: tabular {@code numbers} dense [d] (scaled values, then missing bits; absent when no column is numeric)
 * where asked for {@code bins} dense [numbers, bins] and {@code line} dense [numbers], and {@code codes} codes [c] (absent when no column is categorical); text {@code tokens} codes [length] and {@code weights} dense [length];
 * image {@code pixels} dense [height, width, channels], or {@code patches} dense [n], as for audio; audio {@code mel} dense [frames, mels, 1], or {@code functionals} dense [n]; series {@code series} dense [steps, channels] and {@code weights} dense [steps],
 * of columns over time also {@code last} dense [channels] and, told in their own units, {@code scale} dense [channels]; its answers to fixed kernels are {@code rocket} dense [n], which tables of numbered columns may have as well; what a ready-made network says of an input of any kind is {@code embedding} dense [width].
 */
public record InputLayout(String input, Modality modality, Map<String, BlockLayout> blocks) {

    public static final String NUMBERS = "numbers";
    /** How far each number reaches into each of its bins, bits left out. */
    public static final String BINS = "bins";

    /** How far each number lies from its mean, in train deviations and not drawn in; only where lines go through them. */
    public static final String LINE = "line";

    public static final String CODES = "codes";
    public static final String TOKENS = "tokens";
    public static final String WEIGHTS = "weights";
    public static final String PIXELS = "pixels";
    public static final String MEL = "mel";
    public static final String SERIES = "series";
    /** What a ready-made network says. */
    public static final String EMBEDDING = "embedding";

    /** How much of typical patches, and how light it is, in each part of a picture or spectrogram. */
    public static final String PATCHES = "patches";

    /** What a recording is like on the whole. */
    public static final String FUNCTIONALS = "functionals";

    /** How often fixed kernels answer to a series. */
    public static final String ROCKET = "rocket";

    /** The level of each channel at the last known step; only where the channels are columns of a table of time steps. */
    public static final String LAST = "last";

    /** The unit of each channel, in train deviations; only where the past is told in units of its own. */
    public static final String SCALE = "scale";

    /** Of columns that are known ahead, the number at each step that is asked for: [steps, columns]. */
    public static final String AHEAD = "ahead";

    public InputLayout {
        blocks = Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
    }

    /**
     * The layout of that block.
     *
     * @throws IllegalArgumentException when the input has none of that name
     */
    public BlockLayout block(String name) {
        var block = blocks.get(name);
        if (block == null) {
            throw new IllegalArgumentException(
                    "The input (%s) has no block (%s), only %s.".formatted(input, name, blocks.keySet()));
        }
        return block;
    }

    /** A block's name among those of all inputs. */
    public String qualified(String block) {
        return input + "/" + block;
    }
}
