package io.polyphony.engine.layer;

import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.op.EmbeddingBag;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;

/** The weighted sum of the vectors of a text's tokens. */
public final class WordBag {
    private WordBag() {}

    /** Tokens and weights of the input to [batch, width]; {@code deviation} is that of the first vectors. */
    public static Node of(Graph graph, InputLayout layout, int width, double deviation) {
        var tokens = layout.block(InputLayout.TOKENS);
        var codes = graph.codes(layout.qualified(InputLayout.TOKENS), tokens.size());
        var weights = graph.input(layout.qualified(InputLayout.WEIGHTS), tokens.size());
        var table =
                graph.table(layout.input() + ".words", tokens.cardinalities()[0], width, Initializer.normal(deviation));
        return graph.apply(new EmbeddingBag(0, tokens.size(), false), codes, table, weights);
    }
}
