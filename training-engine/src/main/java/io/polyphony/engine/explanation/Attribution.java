package io.polyphony.engine.explanation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one input of a row contributes to a number of the answer, in that number's units, place by place: above 0 what raises
 * it, below 0 what lowers it. Places add up to the input, inputs to the difference that the row makes.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(name = "cells", value = Attribution.Cells.class),
    @Type(name = "words", value = Attribution.Words.class),
    @Type(name = "pixels", value = Attribution.Pixels.class),
    @Type(name = "sound", value = Attribution.Sound.class),
    @Type(name = "steps", value = Attribution.Steps.class),
    @Type(name = "whole", value = Attribution.Whole.class)
})
public sealed interface Attribution {
    String input();

    /** The whole input's. */
    double total();

    /** An input that is missing in the row, or that has no places that a person would know. */
    record Whole(String input, double total) implements Attribution {}

    /** The cells of a table. */
    record Cells(String input, double total, List<Cell> cells) implements Attribution {
        public Cells {
            cells = List.copyOf(cells);
        }
    }

    /** @param text as written in the row; null where missing */
    record Cell(String column, @Nullable String text, double share) {}

    /** A text, in the order in which the network reads it. */
    record Words(String input, double total, List<Word> words) implements Attribution {
        public Words {
            words = List.copyOf(words);
        }
    }

    /** @param text a word or several; empty for the mark that begins a column */
    record Word(String column, String text, double share) {}

    /**
     * A picture, as far as the network sees it: its border is part of the total alone.
     *
     * @param shares row-major [height, width], all channels together
     */
    record Pixels(String input, double total, int height, int width, float[] shares) implements Attribution {}

    /**
     * A recording's spectrogram.
     *
     * @param start when the first frame begins, in seconds of the recording; below 0 in silence that was put before it
     * @param step seconds from one frame to the next
     * @param hertz the middle of each band
     * @param levels what the network hears, standardised, row-major [frames, bands]
     * @param shares likewise
     */
    record Sound(String input, double total, double start, double step, double[] hertz, float[] levels, float[] shares)
            implements Attribution {}

    /**
     * A series, or the past of several columns.
     *
     * @param values what the network reads, standardised, by channel and step
     * @param shares likewise
     * @param levels what each channel's last known level contributes; empty where the network does not read it by itself
     */
    record Steps(String input, double total, List<String> channels, float[][] values, float[][] shares, double[] levels)
            implements Attribution {
        public Steps {
            channels = List.copyOf(channels);
        }
    }
}
