package io.polyphony.engine.data;

/**
 * A cell that holds many numbers: a time series, or an embedding made elsewhere. Numbers stand in brackets or not, with
 * blanks, commas or semicolons between them; a bar (|) begins another channel.
 *
 * @param maxLength most steps kept per row, the last ones
 */
public record SeriesFeatures(int maxLength) implements FeaturizerSpec {

    public SeriesFeatures {
        FeaturizerSpec.require(maxLength >= 16 && maxLength <= 65_536, "maxLength", maxLength, "16 to 65536");
    }
}
