package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.SeriesFeatures;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.ResidualStack;
import io.polyphony.engine.layer.Steps;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Shape;

/**
 * A residual network of three stages along time, then the mean and the largest of every channel (Wang 2017).
 *
 * @param maxLength steps kept, 16..65536
 * @param width channels of the first stage, 1..256; the last has four times as many
 * @param blocks per stage, 1..4
 * @param dropout share of the embedding dropped in training, 0..0.9
 */
public record SeriesResNet(int maxLength, int width, int blocks, double dropout) implements Sequenced {
    private static final int STAGES = 3;

    public SeriesResNet {
        Check.range("maxLength", maxLength, 16, 65_536);
        Check.range("width", width, 1, 256);
        Check.range("blocks", blocks, 1, 4);
        Check.range("dropout", dropout, 0, 0.9);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new SeriesFeatures(maxLength);
    }

    @Override
    public Sequence sequence(Graph graph, InputLayout layout) {
        var steps = Steps.of(graph, layout);
        var line = graph.apply(
                new Reshape(Shape.of(
                        graph.batch(), 1, steps.length(), steps.values().shape().last())),
                steps.values());
        var features = new ResidualStack(width, STAGES, blocks).features(graph, layout.input(), line);
        var overTime = graph.apply(
                new Reshape(Shape.of(
                        graph.batch(),
                        features.shape().extent(2),
                        features.shape().last())),
                features);
        var coarse = steps.patched(graph, 1 << (STAGES - 1));
        return new Sequence(
                Drop.of(graph, coarse.meanAndLargest(graph, overTime), dropout),
                new Tokens(overTime, coarse.weights()));
    }
}
