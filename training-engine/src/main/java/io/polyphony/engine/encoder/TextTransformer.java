package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.TokenFeatures;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Learned;
import io.polyphony.engine.layer.Normalised;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.layer.TransformerBlock;
import io.polyphony.engine.layer.WordSequence;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.tensor.Check;

/**
 * Words, or pieces of words, with learned positions that attend to each other, and the mean of what they become.
 *
 * @param vocabulary most frequent tokens kept, at least 2
 * @param maxLength tokens read per text, 1..1024: time and memory grow with its square
 * @param width length of a word vector and of the embedding, 1..1024
 * @param depth layers, 1..12
 * @param dropout share of word vectors and of what a layer adds that is dropped in training, 0..0.9
 * @param pieces whether tokens are pieces of words, as train texts have them (byte-pair encoding), instead of words
 */
public record TextTransformer(int vocabulary, int maxLength, int width, int depth, double dropout, boolean pieces)
        implements Sequenced {
    private static final double DEVIATION = 0.1;

    public TextTransformer {
        Check.range("vocabulary", vocabulary, 2, 1 << 22);
        Check.range("maxLength", maxLength, 1, 1024);
        Check.range("width", width, 1, 1024);
        Check.range("depth", depth, 1, 12);
        Check.range("dropout", dropout, 0, 0.9);
    }

    /** Of words. */
    public TextTransformer(int vocabulary, int maxLength, int width, int depth, double dropout) {
        this(vocabulary, maxLength, width, depth, dropout, false);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new TokenFeatures(vocabulary, maxLength, pieces);
    }

    @Override
    public Sequence sequence(Graph graph, InputLayout layout) {
        var name = layout.input();
        var words = WordSequence.of(graph, layout, width, DEVIATION);
        var tokens = Drop.of(graph, Learned.added(graph, name + ".positions", words.vectors()), dropout);
        var block = new TransformerBlock(TransformerBlock.heads(width), dropout);
        for (int layer = 0; layer < depth; layer++) {
            tokens = block.self(graph, name + ".layer" + layer, tokens, words.weights());
        }
        var read = Normalised.of(graph, name + ".read", tokens);
        return new Sequence(words.mean(graph, read), new Tokens(read, words.weights()));
    }
}
