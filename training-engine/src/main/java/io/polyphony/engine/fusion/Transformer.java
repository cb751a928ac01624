package io.polyphony.engine.fusion;

import io.polyphony.engine.layer.Learned;
import io.polyphony.engine.layer.Members;
import io.polyphony.engine.layer.Normalised;
import io.polyphony.engine.layer.TransformerBlock;
import io.polyphony.engine.op.Member;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import java.util.Map;

/**
 * One token per input and one that belongs to none; all attend to those that are present (Vaswani 2017), and what the
 * free token has gathered is the fused embedding.
 *
 * @param width length of a token and of the fused embedding, 1..4096
 * @param depth layers, 1..8
 * @param dropout share of what a layer adds that is dropped in training, 0..0.9
 * @param modalityDropout probability that a row loses an input in training, 0..0.9
 */
public record Transformer(int width, int depth, double dropout, double modalityDropout) implements FusionSpec {
    public Transformer {
        Check.range("width", width, 1, 4096);
        Check.range("depth", depth, 1, 8);
        Check.range("dropout", dropout, 0, 0.9);
        Check.range("modalityDropout", modalityDropout, 0, 0.9);
    }

    @Override
    public Map<String, Node> outputs(Joint joint, Heads heads) {
        var graph = joint.graph();
        var free = Learned.members(graph, "fusion.free", 1, width);
        var tokens = Members.joined(graph, free, joint.placed(width));
        var mask = Members.present(graph, 1, joint.presence());
        var block = new TransformerBlock(TransformerBlock.heads(width), dropout);
        for (int layer = 0; layer < depth; layer++) {
            tokens = block.self(graph, "fusion.layer" + layer, tokens, mask);
        }
        var gathered = graph.apply(new Member(0), tokens);
        return heads.on("head", Normalised.of(graph, "fusion.gathered", gathered));
    }
}
