package io.polyphony.backend.dataset;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words by which split columns and folders say what a row is for. */
public enum SplitPart {
    TRAIN,
    VALIDATION,
    TEST;

    private static final Map<String, SplitPart> WORDS = Map.ofEntries(
            Map.entry("train", TRAIN),
            Map.entry("training", TRAIN),
            Map.entry("learn", TRAIN),
            Map.entry("fit", TRAIN),
            Map.entry("valid", VALIDATION),
            Map.entry("validation", VALIDATION),
            Map.entry("validate", VALIDATION),
            Map.entry("val", VALIDATION),
            Map.entry("dev", VALIDATION),
            Map.entry("test", TEST),
            Map.entry("testing", TEST),
            Map.entry("eval", TEST),
            Map.entry("holdout", TEST));

    /** What the word means, in any case. */
    public static Optional<SplitPart> of(String word) {
        return Optional.ofNullable(WORDS.get(word.strip().toLowerCase(Locale.ROOT)));
    }
}
