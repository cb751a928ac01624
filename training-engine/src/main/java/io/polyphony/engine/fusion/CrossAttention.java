package io.polyphony.engine.fusion;

import io.polyphony.engine.layer.Normalised;
import io.polyphony.engine.layer.Perceptron;
import io.polyphony.engine.layer.Tokens;
import io.polyphony.engine.layer.TransformerBlock;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every piece of an input attends to the pieces of all others (cross-modal attention, Tsai 2019): in each layer, for every
 * other input k, x_m += attention(queries x_m, keys and values x_k), then a perceptron. The means of what pieces have
 * become, side by side with who is present, go through a last layer. An input without pieces is one.
 *
 * @param width length of a piece and of the fused embedding, 1..4096
 * @param depth layers, 1..8
 * @param dropout share of what a layer adds that is dropped in training, 0..0.9
 * @param modalityDropout probability that a row loses an input in training, 0..0.9
 */
public record CrossAttention(int width, int depth, double dropout, double modalityDropout) implements FusionSpec {
    public CrossAttention {
        Check.range("width", width, 1, 4096);
        Check.range("depth", depth, 1, 8);
        Check.range("dropout", dropout, 0, 0.9);
        Check.range("modalityDropout", modalityDropout, 0, 0.9);
    }

    @Override
    public Map<String, Node> outputs(Joint joint, Heads heads) {
        var graph = joint.graph();
        var block = new TransformerBlock(TransformerBlock.heads(width), dropout);
        var pieces = joint.pieces(width);
        for (int layer = 0; layer < depth; layer++) {
            var read = pieces;
            var next = new ArrayList<Tokens>();
            for (int m = 0; m < read.size(); m++) {
                var own = read.get(m);
                var others = new ArrayList<>(read);
                others.remove(m);
                next.add(own.with(block.across(graph, "fusion.layer" + layer + "." + m, own.vectors(), others)));
            }
            pieces = next;
        }
        var known = joint.known(joint.stacked(means(joint, pieces)));
        return heads.on("head", Perceptron.of(graph, "fusion", known, width, 1, dropout));
    }

    private static List<Node> means(Joint joint, List<Tokens> pieces) {
        var means = new ArrayList<Node>();
        for (var tokens : pieces) {
            var name = "fusion.mean" + means.size();
            means.add(Normalised.of(joint.graph(), name, tokens.mean(joint.graph())));
        }
        return means;
    }
}
