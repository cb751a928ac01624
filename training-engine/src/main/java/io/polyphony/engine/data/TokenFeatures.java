package io.polyphony.engine.data;

/**
 * Text as a sequence of token codes from a vocabulary; rare words share hashed buckets.
 *
 * @param vocabulary most words that get a code of their own
 * @param maxLength tokens kept per row; longer texts are cut
 */
public record TokenFeatures(int vocabulary, int maxLength) implements FeaturizerSpec {

    public TokenFeatures {
        FeaturizerSpec.require(vocabulary >= 1, "vocabulary", vocabulary, "at least 1");
        FeaturizerSpec.require(maxLength >= 1, "maxLength", maxLength, "at least 1");
    }
}
