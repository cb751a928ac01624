package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.SeriesFeatures;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Steps;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;

/**
 * Each channel's mean and no more. A forecast has a linear map of its own past already, which all of them share (NLinear, Zeng et
 * al. 2023); this adds where the other channels are, which is too little to be learned by heart.
 *
 * @param maxLength steps kept, 16..65536
 * @param dropout share of the embedding dropped in training, 0..0.9
 */
public record SeriesMeans(int maxLength, double dropout) implements EncoderSpec {

    public SeriesMeans {
        Check.range("maxLength", maxLength, 16, 65_536);
        Check.range("dropout", dropout, 0, 0.9);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new SeriesFeatures(maxLength);
    }

    /** [batch, channels]. */
    @Override
    public Node build(Graph graph, InputLayout layout) {
        var steps = Steps.of(graph, layout);
        return Drop.of(graph, steps.mean(graph, steps.values()), dropout);
    }
}
