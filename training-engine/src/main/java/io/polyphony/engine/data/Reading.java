package io.polyphony.engine.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the numbers of one row's blocks are to a person. */
public sealed interface Reading {

    /** Nothing that could be told one by one. */
    record Whole() implements Reading {}

    /**
     * The cells of a table.
     *
     * @param columns by block, the column of each of its places; a column may have several
     * @param cells by column, as written; null where missing
     */
    record Cells(Map<String, List<String>> columns, Map<String, @Nullable String> cells) implements Reading {
        public Cells {
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }
    }

    /** A text, one word (or whatever the network reads at once) per place of its tokens; fewer than places when padded. */
    record Words(List<Word> words) implements Reading {
        public Words {
            words = List.copyOf(words);
        }
    }

    /**
     * What stands at a place.
     *
     * @param text empty for a mark that is no word
     */
    record Word(String column, String text) {}

    /** A picture that lies on a square of pixels, all but a border. */
    record Pixels(int top, int left, int height, int width) implements Reading {}

    /**
     * A picture that is known by its ninths.
     *
     * @param box where it lies on its square
     * @param side pixels of the square
     * @param parts by number of the row: which ninth it tells of, line by line; -1 for all of it
     */
    record Ninths(Pixels box, int side, int[] parts) implements Reading {}

    /**
     * A recording.
     *
     * @param start when the first frame begins, in seconds from the recording's; below 0 where silence was put before it
     * @param step seconds from one frame to the next
     * @param hertz the middle of each band
     */
    record Sound(double start, double step, double[] hertz) implements Reading {}

    /**
     * A series.
     *
     * @param channels their names
     * @param steps how many there are before the padding
     */
    record Steps(List<String> channels, int steps) implements Reading {
        public Steps {
            channels = List.copyOf(channels);
        }
    }
}
