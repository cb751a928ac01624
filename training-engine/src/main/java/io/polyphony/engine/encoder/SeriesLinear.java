package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.SeriesFeatures;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.SideBySide;
import io.polyphony.engine.layer.Steps;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.op.Transpose;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Shape;
import java.util.List;

/**
 * One linear map over time, the same for every channel, beside each channel's mean (after LTSF-Linear, Zeng et al. 2023): for
 * forecasts hard to beat, and hard to overfit.
 *
 * @param maxLength steps kept, 16..65536
 * @param width numbers per channel, 1..512
 * @param dropout share of the embedding dropped in training, 0..0.9
 */
public record SeriesLinear(int maxLength, int width, double dropout) implements EncoderSpec {

    public SeriesLinear {
        Check.range("maxLength", maxLength, 16, 65_536);
        Check.range("width", width, 1, 512);
        Check.range("dropout", dropout, 0, 0.9);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new SeriesFeatures(maxLength);
    }

    @Override
    public Node build(Graph graph, InputLayout layout) {
        var steps = Steps.of(graph, layout);
        int channels = steps.values().shape().last();
        var overTime = graph.apply(new Transpose(), steps.values());
        var maps = Linear.of(graph, layout.input() + ".map", overTime, width);
        var row = graph.apply(new Reshape(Shape.of(graph.batch(), channels * width)), maps);
        return Drop.of(graph, SideBySide.of(graph, List.of(row, steps.mean(graph, steps.values()))), dropout);
    }
}
