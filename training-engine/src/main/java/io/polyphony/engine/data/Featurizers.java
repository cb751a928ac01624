package io.polyphony.engine.data;

import java.util.List;
import java.util.function.Supplier;

/** Fits featurizers to train rows. */
public final class Featurizers {

    private Featurizers() {}

    /**
     * Fits what does not read targets.
     *
     * @see #fit(FeaturizerSpec, Table, InputSpec, int[], Supplier)
     */
    public static Featurizer fit(FeaturizerSpec spec, Table table, InputSpec input, int[] trainRows) {
        return fit(spec, table, input, trainRows, () -> {
            throw new IllegalArgumentException(
                    "The features (%s) of the input (%s) read targets, but there are none.%nMaybe tasks are missing."
                            .formatted(spec, input.name()));
        });
    }

    /**
     * Fits to these rows only, so that nothing of the validation or test rows leaks into the model.
     *
     * @param answers what is to be told of these rows, in their order; asked for where {@link FeaturizerSpec#readsTargets}
     * @throws IllegalArgumentException when the spec cannot read the input's modality
     * @throws CorruptFile when a file cannot be decoded
     */
    public static Featurizer fit(
            FeaturizerSpec spec, Table table, InputSpec input, int[] trainRows, Supplier<List<TaskLabels>> answers) {
        if (spec.modality() != input.modality()) {
            throw new IllegalArgumentException(
                    "The input (%s) is %s, but its features (%s) read %s.%nMaybe the encoder belongs to another input."
                            .formatted(input.name(), input.modality(), spec, spec.modality()));
        }
        return switch (spec) {
            case TabularFeatures tabular -> TabularFeaturizer.fit(tabular, table, input, trainRows, answers);
            case RunFeatures runs -> RunFeaturizer.fit(runs, table, input, trainRows, answers);
            case TokenFeatures tokens -> TokenFeaturizer.fit(tokens, table, input, trainRows);
            case TfidfFeatures tfidf -> TfidfFeaturizer.fit(tfidf, table, input, trainRows);
            case PixelFeatures pixels -> PixelFeaturizer.fit(pixels, table, input, trainRows);
            case PatchFeatures patches -> PatchFeaturizer.fit(patches, table, input, trainRows);
            case LogMelFeatures mel -> LogMelFeaturizer.fit(mel, table, input, trainRows);
            case FunctionalFeatures whole -> FunctionalFeaturizer.fit(whole, table, input, trainRows);
            case FrozenFeatures frozen -> FrozenFeaturizer.fit(frozen, table, input, trainRows);
            case SeriesFeatures series -> steps(series, table, input, trainRows);
            case RocketFeatures rocket -> {
                var source = steps(new SeriesFeatures(rocket.maxLength(), rocket.past()), table, input, trainRows);
                yield RocketFeaturizer.fit(rocket, source, table, trainRows);
            }
        };
    }

    private static Featurizer steps(SeriesFeatures spec, Table table, InputSpec input, int[] trainRows) {
        if (table.column(input.columns().getFirst()) instanceof Column.Windows windows) {
            return windows.ahead() == 0
                    ? AheadFeaturizer.fit(table, input, trainRows)
                    : PastFeaturizer.fit(spec.past(), table, input, trainRows);
        }
        return SeriesFeaturizer.fit(spec, table, input, trainRows);
    }
}
