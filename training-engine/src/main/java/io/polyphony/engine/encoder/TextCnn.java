package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.TokenFeatures;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.SideBySide;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.layer.WordSequence;
import io.polyphony.engine.op.Conv2d;
import io.polyphony.engine.op.MaxOverTime;
import io.polyphony.engine.op.Relu;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;

/**
 * Convolutions over three, four and five words, and where in the text each of them answers most (Kim 2014).
 *
 * @param vocabulary most frequent words kept, at least 2
 * @param maxLength words read per text, at least 1
 * @param dimension length of a word vector, 1..1024
 * @param filters per number of words, 1..1024; the embedding has three times as many
 * @param dropout share of the embedding dropped in training, 0..0.9
 */
public record TextCnn(int vocabulary, int maxLength, int dimension, int filters, double dropout) implements Sequenced {
    private static final int[] WORDS = {3, 4, 5};
    private static final double DEVIATION = 0.1;

    public TextCnn {
        Check.range("vocabulary", vocabulary, 2, 1 << 22);
        Check.range("maxLength", maxLength, 1, 65_536);
        Check.range("dimension", dimension, 1, 1024);
        Check.range("filters", filters, 1, 1024);
        Check.range("dropout", dropout, 0, 0.9);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new TokenFeatures(vocabulary, maxLength);
    }

    @Override
    public Sequence sequence(Graph graph, InputLayout layout) {
        var words = WordSequence.of(graph, layout, dimension, DEVIATION);
        var line = graph.apply(new Reshape(Shape.of(graph.batch(), 1, words.length(), dimension)), words.vectors());
        var answers = new ArrayList<Node>();
        var largest = new ArrayList<Node>();
        for (int width : WORDS) {
            answers.add(answers(graph, layout.input() + ".words" + width, line, width));
            largest.add(graph.apply(new MaxOverTime(), answers.getLast(), words.weights()));
        }
        var embedding = graph.apply(new Relu(), SideBySide.of(graph, largest));
        return new Sequence(
                Drop.of(graph, embedding, dropout),
                new Tokens(graph.apply(new Relu(), SideBySide.of(graph, answers)), words.weights()));
    }

    /** [batch, words, filters]. */
    private Node answers(Graph graph, String name, Node line, int width) {
        var weight = graph.parameter(
                name + ".weight", Shape.of(1, width, dimension, filters), Initializer.he(width * dimension), true);
        var bias = graph.parameter(name + ".bias", Shape.of(filters), Initializer.constant(0), false);
        var convolved = graph.apply(new Conv2d(), line, weight, bias);
        return graph.apply(new Reshape(Shape.of(graph.batch(), line.shape().extent(2), filters)), convolved);
    }
}
