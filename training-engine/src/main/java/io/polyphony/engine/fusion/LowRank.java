package io.polyphony.engine.fusion;

import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.Normalised;
import io.polyphony.engine.op.Multiply;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.op.WeightedSum;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Shape;
import java.util.Map;

/**
 * Low-rank multimodal fusion (Liu 2018): z = sum over r of the product over m of W_m^r [z_m; 1], which is what a tensor of
 * all products of all inputs would give if it had that rank. A missing input contributes its constant factor only.
 *
 * @param width length of the fused embedding, 1..4096
 * @param rank terms, 1..64
 * @param dropout share of units dropped in training, 0..0.9
 * @param modalityDropout probability that a row loses an input in training, 0..0.9
 */
public record LowRank(int width, int rank, double dropout, double modalityDropout) implements FusionSpec {
    public LowRank {
        Check.range("width", width, 1, 4096);
        Check.range("rank", rank, 1, 64);
        Check.range("dropout", dropout, 0, 0.9);
        Check.range("modalityDropout", modalityDropout, 0, 0.9);
    }

    @Override
    public Map<String, Node> outputs(Joint joint, Heads heads) {
        var graph = joint.graph();
        var members = joint.stacked(joint.projected(width));
        var product = factor(joint, members, 0);
        for (int m = 1; m < joint.inputs(); m++) {
            product = graph.apply(new Multiply(), product, factor(joint, members, m));
        }
        var terms = graph.apply(new Reshape(Shape.of(graph.batch(), rank, width)), product);
        var ones = graph.constant(1, Shape.of(graph.batch(), rank, 1));
        var sum = Normalised.of(graph, "fusion.sum", graph.apply(new WeightedSum(), ones, terms));
        return heads.on("head", Drop.of(graph, sum, dropout));
    }

    private Node factor(Joint joint, Node members, int m) {
        return Linear.aroundOne(joint.graph(), "fusion.factor" + m, joint.presentOf(members, m), rank * width);
    }
}
