package io.polyphony.engine.encoder;

import io.polyphony.engine.data.FeaturizerSpec;
import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.SeriesFeatures;
import io.polyphony.engine.layer.Learned;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.Normalised;
import io.polyphony.engine.layer.Steps;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.layer.TransformerBlock;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.tensor.Check;

/**
 * A series cut into patches of sixteen steps that attend to each other (after Nie 2023); the embedding is their mean.
 *
 * @param maxLength steps kept, 16..65536
 * @param width length of a token and of the embedding, 1..1024
 * @param depth layers, 1..12
 * @param dropout share of what a layer adds that is dropped in training, 0..0.9
 */
public record SeriesTransformer(int maxLength, int width, int depth, double dropout) implements Sequenced {
    private static final int PATCH = 16;

    public SeriesTransformer {
        Check.range("maxLength", maxLength, 16, 65_536);
        Check.range("width", width, 1, 1024);
        Check.range("depth", depth, 1, 12);
        Check.range("dropout", dropout, 0, 0.9);
    }

    @Override
    public FeaturizerSpec featurizer() {
        return new SeriesFeatures(maxLength);
    }

    @Override
    public Sequence sequence(Graph graph, InputLayout layout) {
        var name = layout.input();
        var steps = Steps.of(graph, layout).patched(graph, PATCH);
        var tokens =
                Learned.added(graph, name + ".positions", Linear.of(graph, name + ".patches", steps.values(), width));
        var block = new TransformerBlock(TransformerBlock.heads(width), dropout);
        for (int layer = 0; layer < depth; layer++) {
            tokens = block.self(graph, name + ".layer" + layer, tokens, steps.weights());
        }
        var read = Normalised.of(graph, name + ".read", tokens);
        return new Sequence(steps.mean(graph, read), new Tokens(read, steps.weights()));
    }
}
