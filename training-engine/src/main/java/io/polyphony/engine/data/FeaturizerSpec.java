package io.polyphony.engine.data;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How the raw columns of an input become blocks of numbers. A spec is what was asked for; a {@link Featurizer} is what was fitted. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(name = "tabular", value = TabularFeatures.class),
    @Type(name = "tokens", value = TokenFeatures.class),
    @Type(name = "tfidf", value = TfidfFeatures.class),
    @Type(name = "pixels", value = PixelFeatures.class),
    @Type(name = "patches", value = PatchFeatures.class),
    @Type(name = "log-mel", value = LogMelFeatures.class),
    @Type(name = "functionals", value = FunctionalFeatures.class),
    @Type(name = "series", value = SeriesFeatures.class),
    @Type(name = "rocket", value = RocketFeatures.class),
    @Type(name = "runs", value = RunFeatures.class),
    @Type(name = "frozen", value = FrozenFeatures.class)
})
public sealed interface FeaturizerSpec
        permits TabularFeatures,
                TokenFeatures,
                TfidfFeatures,
                PixelFeatures,
                PatchFeatures,
                LogMelFeatures,
                FunctionalFeatures,
                SeriesFeatures,
                RocketFeatures,
                RunFeatures,
                FrozenFeatures {

    /** The modality of the inputs that it can read. */
    default Modality modality() {
        return switch (this) {
            case TabularFeatures _, RunFeatures _ -> Modality.TABULAR;
            case TokenFeatures _, TfidfFeatures _ -> Modality.TEXT;
            case PixelFeatures _ -> Modality.IMAGE;
            case PatchFeatures patches -> patches.source().modality();
            case LogMelFeatures _, FunctionalFeatures _ -> Modality.AUDIO;
            case FrozenFeatures frozen -> frozen.read().modality();
            case SeriesFeatures _, RocketFeatures _ -> Modality.SERIES;
        };
    }

    /** The same with the past of columns over time told so, where it reads such. */
    default FeaturizerSpec seeing(PastView past) {
        return this;
    }

    /** The same with numbers told for lines through them, or not, where it reads cells of a table. */
    default FeaturizerSpec lined(boolean wanted) {
        return this;
    }

    /** Whether what is fitted depends on the targets as well. */
    default boolean readsTargets() {
        return switch (this) {
            case TabularFeatures cells -> cells.screening() != Screening.ALL;
            case RunFeatures runs -> runs.cells().readsTargets();
            case TokenFeatures _,
                    TfidfFeatures _,
                    PixelFeatures _,
                    PatchFeatures _,
                    LogMelFeatures _,
                    FunctionalFeatures _,
                    SeriesFeatures _,
                    RocketFeatures _,
                    FrozenFeatures _ -> false;
        };
    }

    /** Refuses a setting outside of its range, in words that name it. */
    static void require(boolean holds, String name, Number value, String range) {
        if (!holds) {
            throw new IllegalArgumentException("The setting (%s) is %s, but must be %s.".formatted(name, value, range));
        }
    }
}
