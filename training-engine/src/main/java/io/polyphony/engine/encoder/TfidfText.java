package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.TfidfFeatures;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.WordBag;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;

/**
 * Hashed TF-IDF of word n-grams, projected by a learned matrix.
 *
 * @param buckets hash buckets, at least 2
 * @param maxTerms terms kept per text, those of the largest weight, at least 1
 * @param ngrams longest n-gram, 1..3
 * @param dimension length of the embedding, 1..1024
 * @param dropout share of the embedding dropped in training, 0..0.9
 */
public record TfidfText(int buckets, int maxTerms, int ngrams, int dimension, double dropout) implements EncoderSpec {
    public TfidfText {
        Check.range("buckets", buckets, 2, 1 << 22);
        Check.range("maxTerms", maxTerms, 1, 65_536);
        Check.range("ngrams", ngrams, 1, 3);
        Check.range("dimension", dimension, 1, 1024);
        Check.range("dropout", dropout, 0, 0.9);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new TfidfFeatures(buckets, maxTerms, ngrams);
    }

    @Override
    public Node build(Graph graph, InputLayout layout) {
        return Drop.of(graph, WordBag.of(graph, layout, dimension, 0.1), dropout);
    }
}
