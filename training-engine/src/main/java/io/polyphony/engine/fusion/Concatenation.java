package io.polyphony.engine.fusion;

import io.polyphony.engine.layer.Perceptron;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import java.util.Map;

/**
 * All embeddings side by side, with their presence bits, through a multi-layer perceptron.
 *
 * @param width length of the fused embedding, 1..4096
 * @param depth hidden layers, 1..8
 * @param dropout share of units dropped in training, 0..0.9
 * @param modalityDropout probability that a row loses an input in training, 0..0.9
 */
public record Concatenation(int width, int depth, double dropout, double modalityDropout) implements FusionSpec {
    public Concatenation {
        Check.range("width", width, 1, 4096);
        Check.range("depth", depth, 1, 8);
        Check.range("dropout", dropout, 0, 0.9);
        Check.range("modalityDropout", modalityDropout, 0, 0.9);
    }

    @Override
    public Map<String, Node> outputs(Joint joint, Heads heads) {
        var graph = joint.graph();
        var members = joint.stacked(joint.projected(width));
        return heads.on("head", Perceptron.of(graph, "fusion", joint.known(members), width, depth, dropout));
    }
}
