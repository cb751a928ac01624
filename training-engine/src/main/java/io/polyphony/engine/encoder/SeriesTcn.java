package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.SeriesFeatures;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.GappedConvolution;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.Steps;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.tensor.Check;

/**
 * Convolutions over three steps whose gaps double from layer to layer (Bai 2018, not causal: the whole series is known), each
 * beside a shortcut; the embedding is the mean and the largest over time.
 *
 * @param maxLength steps kept, 16..65536
 * @param width channels, 1..512
 * @param blocks layers, 1..5: the last sees 2^blocks steps to either side
 * @param dropout share of the embedding dropped in training, 0..0.9
 */
public record SeriesTcn(int maxLength, int width, int blocks, double dropout) implements Sequenced {

    public SeriesTcn {
        Check.range("maxLength", maxLength, 16, 65_536);
        Check.range("width", width, 1, 512);
        Check.range("blocks", blocks, 1, 5);
        Check.range("dropout", dropout, 0, 0.9);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new SeriesFeatures(maxLength);
    }

    @Override
    public Sequence sequence(Graph graph, InputLayout layout) {
        var steps = Steps.of(graph, layout);
        var features = Linear.of(graph, layout.input() + ".stem", steps.values(), width);
        for (int block = 0; block < blocks; block++) {
            features = GappedConvolution.of(graph, layout.input() + ".block" + block, features, 1 << block);
        }
        return new Sequence(
                Drop.of(graph, steps.meanAndLargest(graph, features), dropout), new Tokens(features, steps.weights()));
    }
}
