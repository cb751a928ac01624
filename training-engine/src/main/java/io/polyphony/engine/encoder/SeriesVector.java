package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.SeriesFeatures;
import io.polyphony.engine.layer.Perceptron;
import io.polyphony.engine.layer.SideBySide;
import io.polyphony.engine.layer.Steps;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Shape;
import java.util.List;

/**
 * All numbers at once through a multi-layer perceptron: for an embedding made elsewhere, where place means something and
 * order nothing.
 *
 * @param maxLength steps kept, 16..65536
 * @param width units of each hidden layer, 1..4096
 * @param depth hidden layers, 1..8
 * @param dropout share of units dropped in training, 0..0.9
 */
public record SeriesVector(int maxLength, int width, int depth, double dropout) implements EncoderSpec {

    public SeriesVector {
        Check.range("maxLength", maxLength, 16, 65_536);
        Check.range("width", width, 1, 4096);
        Check.range("depth", depth, 1, 8);
        Check.range("dropout", dropout, 0, 0.9);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new SeriesFeatures(maxLength);
    }

    @Override
    public Node build(Graph graph, InputLayout layout) {
        var steps = Steps.of(graph, layout);
        var row = graph.apply(
                new Reshape(Shape.of(graph.batch(), steps.values().shape().size() / graph.batch())), steps.values());
        // The weights tell how long the row is.
        var known = SideBySide.of(graph, List.of(row, steps.weights()));
        return Perceptron.of(graph, layout.input(), known, width, depth, dropout);
    }
}
