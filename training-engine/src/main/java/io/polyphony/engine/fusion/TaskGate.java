package io.polyphony.engine.fusion;

import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.Normalised;
import io.polyphony.engine.layer.Perceptron;
import io.polyphony.engine.op.Concat;
import io.polyphony.engine.op.MaskedSoftmax;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.op.WeightedSum;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every task mixes for itself (after MMoE, Ma 2018): what is mixed are the inputs that are present and a few experts,
 * small networks that read all inputs; a gate per task and row says how much of each.
 *
 * @param width length of the fused embedding, 1..4096
 * @param experts networks over all inputs, 1..16
 * @param dropout share of units dropped in training, 0..0.9
 * @param modalityDropout probability that a row loses an input in training, 0..0.9
 */
public record TaskGate(int width, int experts, double dropout, double modalityDropout) implements FusionSpec {
    public TaskGate {
        Check.range("width", width, 1, 4096);
        Check.range("experts", experts, 1, 16);
        Check.range("dropout", dropout, 0, 0.9);
        Check.range("modalityDropout", modalityDropout, 0, 0.9);
    }

    @Override
    public Map<String, Node> outputs(Joint joint, Heads heads) {
        var graph = joint.graph();
        var members = new ArrayList<>(joint.projected(width));
        var known = joint.known(joint.stacked(members));
        for (int e = 0; e < experts; e++) {
            var expert = Perceptron.of(graph, "fusion.expert" + e, known, width, 1, dropout);
            members.add(Normalised.of(graph, "fusion.expert" + e, expert));
        }
        var stacked = joint.stacked(members);
        var ones = graph.constant(1, Shape.of(graph.batch(), experts));
        var mask = graph.apply(new Concat(), joint.presence(), ones);
        var outputs = new LinkedHashMap<String, Node>();
        for (var task : heads.tasks()) {
            var gate = Linear.of(graph, "fusion.gate." + task, known, members.size());
            var logits = graph.apply(new Reshape(Shape.of(graph.batch(), members.size(), 1)), gate);
            var shares = graph.apply(new MaskedSoftmax(), logits, mask);
            var mixed = graph.apply(new WeightedSum(), shares, stacked);
            outputs.put(task, heads.on("head", task, Drop.of(graph, mixed, dropout)));
        }
        return outputs;
    }
}
