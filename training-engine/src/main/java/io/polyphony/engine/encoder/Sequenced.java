package io.polyphony.engine.encoder;

import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;

/** An encoder that shows its input in pieces, before it makes one embedding of them, so that inputs can attend to each other's. */
public sealed interface Sequenced extends EncoderSpec
        permits AudioCnn,
                AudioCrnn,
                AudioResNet,
                FtTransformer,
                SeriesRecurrent,
                SeriesResNet,
                SeriesTcn,
                SeriesTransformer,
                TextCnn,
                TextRecurrent,
                TextTransformer {

    /**
     * What an encoder makes of an input.
     *
     * @param embedding [batch, any width]
     * @param tokens what the embedding is made of
     */
    record Sequence(Node embedding, Tokens tokens) {}

    /** Adds the encoder to a graph. */
    Sequence sequence(Graph graph, InputLayout layout);

    @Override
    default Node build(Graph graph, InputLayout layout) {
        return sequence(graph, layout).embedding();
    }
}
