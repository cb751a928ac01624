package io.polyphony.engine.fusion;

import io.polyphony.engine.layer.Learned;
import io.polyphony.engine.layer.Members;
import io.polyphony.engine.layer.Normalised;
import io.polyphony.engine.layer.SideBySide;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.layer.TransformerBlock;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import java.util.Map;

/**
 * A few learned queries attend to all pieces of the inputs that are present, so that all that inputs tell each other passes
 * through a bottleneck (after Nagrani 2021 and Jaegle 2021); their mean is the fused embedding.
 *
 * @param width length of a query and of the fused embedding, 1..4096
 * @param depth layers, 1..8
 * @param queries how many, 1..64
 * @param pieces whether they see what embeddings are made of; false in networks stored when each input was one piece
 * @param dropout share of what a layer adds that is dropped in training, 0..0.9
 * @param modalityDropout probability that a row loses an input in training, 0..0.9
 */
public record Bottleneck(int width, int depth, int queries, boolean pieces, double dropout, double modalityDropout)
        implements FusionSpec {
    public Bottleneck {
        Check.range("width", width, 1, 4096);
        Check.range("depth", depth, 1, 8);
        Check.range("queries", queries, 1, 64);
        Check.range("dropout", dropout, 0, 0.9);
        Check.range("modalityDropout", modalityDropout, 0, 0.9);
    }

    @Override
    public Map<String, Node> outputs(Joint joint, Heads heads) {
        var graph = joint.graph();
        var inputs = pieces ? pieces(joint) : new Tokens(joint.placed(width), joint.presence());
        var mask = Members.present(graph, queries, inputs.mask());
        var latent = Learned.members(graph, "fusion.queries", queries, width);
        var block = new TransformerBlock(TransformerBlock.heads(width), dropout);
        for (int layer = 0; layer < depth; layer++) {
            var all = Members.joined(graph, latent, inputs.vectors());
            latent = block.cross(graph, "fusion.layer" + layer, latent, all, mask);
        }
        return heads.on("head", Normalised.of(graph, "fusion.gathered", Members.mean(graph, latent)));
    }

    /** The pieces of all inputs, one after the other. */
    private Tokens pieces(Joint joint) {
        var pieces = joint.pieces(width);
        var vectors = pieces.stream().map(Tokens::vectors).toArray(Node[]::new);
        return new Tokens(
                Members.joined(joint.graph(), vectors),
                SideBySide.of(joint.graph(), pieces.stream().map(Tokens::mask).toList()));
    }
}
