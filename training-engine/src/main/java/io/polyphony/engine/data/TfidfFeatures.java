package io.polyphony.engine.data;

/**
 * Text as a bag of hashed n-grams with normalised TF-IDF weights.
 *
 * @param buckets how many hash buckets the n-grams share, a power of two
 * @param maxTerms most terms kept per row: those of the largest weights
 * @param ngrams longest n-gram, in tokens (1-3)
 */
public record TfidfFeatures(int buckets, int maxTerms, int ngrams) implements FeaturizerSpec {

    public TfidfFeatures {
        FeaturizerSpec.require(Integer.bitCount(buckets) == 1, "buckets", buckets, "a power of two");
        FeaturizerSpec.require(maxTerms >= 1, "maxTerms", maxTerms, "at least 1");
        FeaturizerSpec.require(ngrams >= 1 && ngrams <= 3, "ngrams", ngrams, "1 to 3");
    }
}
