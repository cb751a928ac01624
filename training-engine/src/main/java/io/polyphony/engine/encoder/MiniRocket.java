package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.RocketFeatures;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;

/**
 * How often fixed kernels answer to a series (MiniRocket, Dempster 2021), through a small perceptron: only that is learned,
 * which takes little time and few rows.
 *
 * @param maxLength steps kept, 16..65536
 * @param features answers, 84..50000
 * @param width units of the hidden layer, 1..4096
 * @param dropout share of answers and of units dropped in training, 0..0.9
 */
public record MiniRocket(int maxLength, int features, int width, double dropout) implements EncoderSpec {
    public MiniRocket {
        Check.range("maxLength", maxLength, 16, 65_536);
        Check.range("features", features, 84, 50_000);
        Summed.check(width, dropout);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new RocketFeatures(maxLength, features);
    }

    @Override
    public Node build(Graph graph, InputLayout layout) {
        return Summed.of(graph, layout, InputLayout.ROCKET, width, dropout);
    }
}
