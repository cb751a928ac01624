package io.polyphony.engine.data;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.OptionalInt;

/** A fitted way from raw columns to blocks. It holds nothing but what was fitted on train rows, is written as JSON and is safe for use by several threads. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(name = "tabular", value = TabularFeaturizer.class),
    @Type(name = "tokens", value = TokenFeaturizer.class),
    @Type(name = "tfidf", value = TfidfFeaturizer.class),
    @Type(name = "pixels", value = PixelFeaturizer.class),
    @Type(name = "patches", value = PatchFeaturizer.class),
    @Type(name = "log-mel", value = LogMelFeaturizer.class),
    @Type(name = "functionals", value = FunctionalFeaturizer.class),
    @Type(name = "series", value = SeriesFeaturizer.class),
    @Type(name = "past", value = PastFeaturizer.class),
    @Type(name = "ahead", value = AheadFeaturizer.class),
    @Type(name = "rocket", value = RocketFeaturizer.class),
    @Type(name = "run-steps", value = RunSteps.class),
    @Type(name = "runs", value = RunFeaturizer.class),
    @Type(name = "frozen", value = FrozenFeaturizer.class)
})
public sealed interface Featurizer
        permits TabularFeaturizer,
                TokenFeaturizer,
                TfidfFeaturizer,
                PixelFeaturizer,
                PatchFeaturizer,
                LogMelFeaturizer,
                FunctionalFeaturizer,
                SeriesFeaturizer,
                PastFeaturizer,
                AheadFeaturizer,
                RocketFeaturizer,
                RunSteps,
                RunFeaturizer,
                FrozenFeaturizer {

    InputLayout layout();

    /**
     * The blocks of these rows, in this order.
     *
     * @throws CorruptFile when a file cannot be decoded
     */
    InputFeatures apply(Table table, int[] rows);

    /** What the numbers of a row are to a person. */
    default Reading reading(Table table, int row) {
        return new Reading.Whole();
    }

    /** How many steps of columns over time a row brings; empty where it brings cells. */
    default OptionalInt overTime() {
        return OptionalInt.empty();
    }

    /** The real numbers of a row that tells nothing, by block; those of blocks that are left out are zero. */
    default Map<String, float[]> silent() {
        return Map.of();
    }
}
