package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.TokenFeatures;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.WordBag;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;

/**
 * The mean of learned word vectors.
 *
 * @param vocabulary most frequent words kept, at least 2
 * @param maxLength words read per text, at least 1
 * @param dimension length of a word vector and of the embedding, 1..1024
 * @param dropout share of the embedding dropped in training, 0..0.9
 */
public record MeanEmbedding(int vocabulary, int maxLength, int dimension, double dropout) implements EncoderSpec {
    public MeanEmbedding {
        Check.range("vocabulary", vocabulary, 2, 1 << 22);
        Check.range("maxLength", maxLength, 1, 65_536);
        Check.range("dimension", dimension, 1, 1024);
        Check.range("dropout", dropout, 0, 0.9);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new TokenFeatures(vocabulary, maxLength);
    }

    @Override
    public Node build(Graph graph, InputLayout layout) {
        return Drop.of(graph, WordBag.of(graph, layout, dimension, 0.1), dropout);
    }
}
