package io.polyphony.engine.fusion;

import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.op.Tanh;
import io.polyphony.engine.op.WeightedSum;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Shape;
import java.util.Map;

/**
 * Gated multi-modal units (Arevalo 2017): z = sum of g_m * tanh(z_m), g = softmax over m of U_m [z; presence].
 *
 * @param width length of the fused embedding, 1..4096
 * @param dropout share of units dropped in training, 0..0.9
 * @param modalityDropout probability that a row loses an input in training, 0..0.9
 */
public record Gated(int width, double dropout, double modalityDropout) implements FusionSpec {
    public Gated {
        Check.range("width", width, 1, 4096);
        Check.range("dropout", dropout, 0, 0.9);
        Check.range("modalityDropout", modalityDropout, 0, 0.9);
    }

    @Override
    public Map<String, Node> outputs(Joint joint, Heads heads) {
        var graph = joint.graph();
        int inputs = joint.inputs();
        var members = joint.stacked(joint.projected(width));
        var gates = Linear.of(graph, "fusion.gates", joint.known(members), inputs * width);
        var logits = graph.apply(new Reshape(Shape.of(graph.batch(), inputs, width)), gates);
        var fused = graph.apply(new WeightedSum(), joint.shares(logits), graph.apply(new Tanh(), members));
        return heads.on("head", Drop.of(graph, fused, dropout));
    }
}
