package io.polyphony.engine.data;

/**
 * Text as a sequence of token codes from a vocabulary; rare tokens share hashed buckets.
 *
 * @param vocabulary most words, or pieces, that get a code of their own
 * @param maxLength tokens kept per row; longer texts are cut
 * @param pieces whether a token is a piece of a word, as train texts have them (byte-pair encoding), rather than a word
 */
public record TokenFeatures(int vocabulary, int maxLength, boolean pieces) implements FeaturizerSpec {

    public TokenFeatures {
        FeaturizerSpec.require(vocabulary >= 1, "vocabulary", vocabulary, "at least 1");
        FeaturizerSpec.require(maxLength >= 1, "maxLength", maxLength, "at least 1");
    }

    /** Words. */
    public TokenFeatures(int vocabulary, int maxLength) {
        this(vocabulary, maxLength, false);
    }
}
