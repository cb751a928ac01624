package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.FrozenFeatures;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Perceptron;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;

/**
 * What a ready-made network says of a row, through a small perceptron: only that is learned.
 *
 * @param features the network, and what it reads
 * @param width units of the hidden layer, 1..4096
 * @param dropout share of the embedding and of units dropped in training, 0..0.9
 */
public record FrozenEncoder(FrozenFeatures features, int width, double dropout) implements EncoderSpec {
    public FrozenEncoder {
        Check.range("width", width, 1, 4096);
        Check.range("dropout", dropout, 0, 0.9);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return features;
    }

    @Override
    public Node build(Graph graph, InputLayout layout) {
        var embedding = graph.input(
                layout.qualified(InputLayout.EMBEDDING),
                layout.block(InputLayout.EMBEDDING).shape());
        return Perceptron.of(graph, layout.input(), Drop.of(graph, embedding, dropout), width, 1, dropout);
    }
}
