package io.polyphony.engine.data;

/**
 * Text as a bag of n-grams with TF-IDF weights. Each column has terms and a length of its own: a word in a title weighs more than the same word in a long text.
 *
 * @param buckets most terms that are kept: those of the most train rows
 * @param maxTerms most terms kept per row: those of the largest weights
 * @param ngrams longest n-gram, in tokens (1-3)
 */
public record TfidfFeatures(int buckets, int maxTerms, int ngrams) implements FeaturizerSpec {

    public TfidfFeatures {
        FeaturizerSpec.require(buckets >= 1, "buckets", buckets, "at least 1");
        FeaturizerSpec.require(maxTerms >= 1, "maxTerms", maxTerms, "at least 1");
        FeaturizerSpec.require(ngrams >= 1 && ngrams <= 3, "ngrams", ngrams, "1 to 3");
    }
}
