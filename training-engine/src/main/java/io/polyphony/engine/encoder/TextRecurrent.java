package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.TokenFeatures;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Recurrent;
import io.polyphony.engine.layer.SideBySide;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.layer.WordSequence;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.tensor.Check;

/**
 * Reads a text word by word; the embedding is, of each direction, the last state and the largest of every unit on the way.
 *
 * @param kind gated recurrent units or long short-term memory
 * @param vocabulary most frequent words kept, at least 2
 * @param maxLength words read per text, at least 1
 * @param dimension length of a word vector, 1..1024
 * @param units of each direction, 1..1024
 * @param bidirectional whether a second layer reads from the end
 * @param dropout share of word vectors and of the embedding dropped in training, 0..0.9
 */
public record TextRecurrent(
        Recurrent.Kind kind,
        int vocabulary,
        int maxLength,
        int dimension,
        int units,
        boolean bidirectional,
        double dropout)
        implements Sequenced {
    private static final double DEVIATION = 0.1;

    public TextRecurrent {
        Check.range("vocabulary", vocabulary, 2, 1 << 22);
        Check.range("maxLength", maxLength, 1, 65_536);
        Check.range("dimension", dimension, 1, 1024);
        Check.range("units", units, 1, 1024);
        Check.range("dropout", dropout, 0, 0.9);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new TokenFeatures(vocabulary, maxLength);
    }

    @Override
    public Sequence sequence(Graph graph, InputLayout layout) {
        var words = WordSequence.of(graph, layout, dimension, DEVIATION);
        var vectors = Drop.of(graph, words.vectors(), dropout);
        var states = new Recurrent(kind, units, bidirectional)
                .states(graph, layout.input() + ".states", vectors, words.weights());
        var read = Recurrent.read(graph, states, words.weights());
        return new Sequence(Drop.of(graph, read, dropout), new Tokens(SideBySide.of(graph, states), words.weights()));
    }
}
