package io.polyphony.engine.fusion;

import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.op.Add;
import io.polyphony.engine.op.Dense;
import io.polyphony.engine.op.Multiply;
import io.polyphony.engine.op.WeightedSum;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Shape;
import java.util.Map;

/**
 * Feature-wise modulation (Perez 2018): the first input, which is the table where there is one, scales and shifts the
 * mean of all: z = mean + p (g * mean + b), g and b linear in it and near zero to begin with, p whether it is there. Begins as
 * the mean, and is the mean where the first input is missing.
 *
 * @param width length of the fused embedding, 1..4096
 * @param presentOnly whether rows without the first input are left alone; false in networks stored when they got the biases
 * @param dropout share of units dropped in training, 0..0.9
 * @param modalityDropout probability that a row loses an input in training, 0..0.9
 */
public record Film(int width, boolean presentOnly, double dropout, double modalityDropout) implements FusionSpec {
    private static final double DEVIATION = 0.01;

    public Film {
        Check.range("width", width, 1, 4096);
        Check.range("dropout", dropout, 0, 0.9);
        Check.range("modalityDropout", modalityDropout, 0, 0.9);
    }

    @Override
    public Map<String, Node> outputs(Joint joint, Heads heads) {
        var graph = joint.graph();
        var members = joint.stacked(joint.projected(width));
        var mean = graph.apply(new WeightedSum(), joint.equalShares(), members);
        var context = joint.presentOf(members, 0);
        var scale = modulation(graph, "fusion.scale", context, presentOnly ? 0 : 1);
        var shift = modulation(graph, "fusion.shift", context, 0);
        var change = graph.apply(new Add(), graph.apply(new Multiply(), scale, mean), shift);
        var fused = presentOnly ? graph.apply(new Add(), mean, joint.where(0, change)) : change;
        return heads.on("head", Drop.of(graph, fused, dropout));
    }

    private Node modulation(Graph graph, String name, Node context, double bias) {
        var weight = graph.parameter(name + ".weight", Shape.of(width, width), Initializer.normal(DEVIATION), true);
        var start = graph.parameter(name + ".bias", Shape.of(width), Initializer.constant(bias), false);
        return graph.apply(new Dense(), context, weight, start);
    }
}
