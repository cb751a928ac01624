package io.polyphony.engine.data;

/**
 * A cell that holds many numbers: a time series, or an embedding made elsewhere. Numbers stand in brackets or not, with
 * blanks, commas or semicolons between them; a bar (|) begins another channel.
 *
 * @param maxLength most steps kept per row, the last ones
 * @param past how columns over time are told; cells have the deviation of train rows
 */
public record SeriesFeatures(int maxLength, PastView past) implements FeaturizerSpec {

    public SeriesFeatures {
        FeaturizerSpec.require(maxLength >= 16 && maxLength <= 65_536, "maxLength", maxLength, "16 to 65536");
    }

    /** All of columns over time, in units of their train deviation. */
    public SeriesFeatures(int maxLength) {
        this(maxLength, PastView.WHOLE);
    }

    @Override
    public SeriesFeatures seeing(PastView other) {
        return new SeriesFeatures(maxLength, other);
    }
}
