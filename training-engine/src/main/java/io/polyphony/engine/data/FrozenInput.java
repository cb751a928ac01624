package io.polyphony.engine.data;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** What a ready-made network reads of a row: as its training did it, so must we. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(name = "pictures", value = FrozenInput.Pictures.class),
    @Type(name = "sounds", value = FrozenInput.Sounds.class),
    @Type(name = "cells", value = FrozenInput.Cells.class),
    @Type(name = "texts", value = FrozenInput.Texts.class)
})
public sealed interface FrozenInput {
    /** Of one row. */
    int[] shape();

    /** The modality of the inputs that it can read. */
    default Modality modality() {
        return switch (this) {
            case Pictures _ -> Modality.IMAGE;
            case Sounds _ -> Modality.AUDIO;
            case Cells _ -> Modality.TABULAR;
            case Texts _ -> Modality.TEXT;
        };
    }

    /**
     * Pictures with their aspect kept, centred on a square of the mean; levels from 0 to 1, minus the mean, divided by the deviation.
     *
     * @param size height and width in pixels, 8..1024
     * @param channels 1 for grey, 3 for red, green and blue
     * @param channelsLast whether the shape is [size, size, channels] rather than [channels, size, size]
     * @param mean per channel; left out: 0
     * @param deviation per channel, above 0; left out: 1
     */
    record Pictures(int size, int channels, boolean channelsLast, List<Double> mean, List<Double> deviation)
            implements FrozenInput {
        public Pictures {
            FeaturizerSpec.require(size >= 8 && size <= 1024, "size", size, "8 to 1024");
            FeaturizerSpec.require(channels == 1 || channels == 3, "channels", channels, "1 (grey) or 3 (RGB)");
            mean = each(channels, "mean", mean, 0);
            deviation = each(channels, "deviation", deviation, 1);
            for (var spread : deviation) {
                FeaturizerSpec.require(spread > 0, "deviation", spread, "above 0");
            }
        }

        private static List<Double> each(int channels, String name, List<Double> given, double usual) {
            var numbers = List.copyOf(Objects.requireNonNullElse(given, List.<Double>of()));
            FeaturizerSpec.require(
                    numbers.isEmpty() || numbers.size() == channels,
                    name,
                    numbers.size(),
                    "as many numbers as there are channels");
            return numbers.isEmpty() ? Collections.nCopies(channels, usual) : numbers;
        }

        @Override
        public int[] shape() {
            return channelsLast ? new int[] {size, size, channels} : new int[] {channels, size, size};
        }
    }

    /**
     * Recordings of one channel in [-1, 1]; longer ones lose both ends alike, shorter ones are centred in silence.
     *
     * @param sampleRate in Hz, 1000..48000
     * @param samples how many, 16..4194304
     */
    record Sounds(int sampleRate, int samples) implements FrozenInput {
        public Sounds {
            FeaturizerSpec.require(
                    sampleRate >= 1000 && sampleRate <= 48_000, "sampleRate", sampleRate, "1000 to 48000 Hz");
            FeaturizerSpec.require(samples >= 16 && samples <= 1 << 22, "samples", samples, "16 to 4194304");
        }

        @Override
        public int[] shape() {
            return new int[] {samples};
        }
    }

    /**
     * The numeric columns of the table in the order of the file, each minus its train mean and divided by its train deviation, gently
     * clipped; what is missing is the median.
     *
     * @param numbers how many, 1..10000
     */
    record Cells(int numbers) implements FrozenInput {
        public Cells {
            FeaturizerSpec.require(numbers >= 1 && numbers <= 10_000, "numbers", numbers, "1 to 10000");
        }

        @Override
        public int[] shape() {
            return new int[] {numbers};
        }
    }

    /**
     * Texts as the BERT family reads them: the word pieces of the vocabulary that the file brings along, between a begin and an end.
     * Of several columns what is there is read one after the other.
     *
     * @param length pieces of a text at most, begin and end among them, 8..4096; the rest is cut off
     * @param lowercase whether texts are read in small letters without accents, as "uncased" networks were trained
     */
    record Texts(int length, boolean lowercase) implements FrozenInput {
        public Texts {
            FeaturizerSpec.require(length >= 8 && length <= 4096, "length", length, "8 to 4096");
        }

        @Override
        public int[] shape() {
            return new int[] {length};
        }
    }
}
