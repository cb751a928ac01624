package io.polyphony.engine.fusion;

import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.Normalised;
import io.polyphony.engine.op.BatchMatMul;
import io.polyphony.engine.op.Concat;
import io.polyphony.engine.op.Relu;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Shape;
import java.util.Map;

/**
 * Tensor fusion (Zadeh 2017): the outer product of all [z_m; 1], so that every product of units of different inputs has a
 * weight of its own. Each input is first made short, since the product of all lengths counts.
 *
 * @param width length of the fused embedding, 1..4096
 * @param factor length of an input before the product, 1..64; (factor + 1)^inputs may be at most 65 536
 * @param dropout share of units dropped in training, 0..0.9
 * @param modalityDropout probability that a row loses an input in training, 0..0.9
 */
public record TensorProduct(int width, int factor, double dropout, double modalityDropout) implements FusionSpec {
    private static final double MOST_PRODUCTS = 65_536;

    public TensorProduct {
        Check.range("width", width, 1, 4096);
        Check.range("factor", factor, 1, 64);
        Check.range("dropout", dropout, 0, 0.9);
        Check.range("modalityDropout", modalityDropout, 0, 0.9);
    }

    @Override
    public Map<String, Node> outputs(Joint joint, Heads heads) {
        require(joint.inputs());
        var graph = joint.graph();
        var members = joint.stacked(joint.projected(factor));
        var product = withOne(joint, members, 0);
        for (int m = 1; m < joint.inputs(); m++) {
            product = outer(joint, product, withOne(joint, members, m));
        }
        var hidden = graph.apply(new Relu(), Linear.of(graph, "fusion.product", product, width));
        var fused = Normalised.of(graph, "fusion.fused", hidden);
        return heads.on("head", Drop.of(graph, fused, dropout));
    }

    private void require(int inputs) {
        if (Math.pow(factor + 1, inputs) > MOST_PRODUCTS) {
            throw new IllegalArgumentException(
                    "The tensor fusion of %d inputs with factor %d has %.0f products, but %.0f are the most.\n"
                                    .formatted(inputs, factor, Math.pow(factor + 1, inputs), MOST_PRODUCTS)
                            + "Maybe a smaller factor or the low-rank fusion, which does not multiply out.");
        }
    }

    private Node withOne(Joint joint, Node members, int m) {
        var one = joint.graph().constant(1, Shape.of(joint.graph().batch(), 1));
        return joint.graph().apply(new Concat(), joint.presentOf(members, m), one);
    }

    private static Node outer(Joint joint, Node a, Node b) {
        var graph = joint.graph();
        int first = a.shape().last();
        int second = b.shape().last();
        var column = graph.apply(new Reshape(Shape.of(graph.batch(), first, 1)), a);
        var row = graph.apply(new Reshape(Shape.of(graph.batch(), 1, second)), b);
        var product = graph.apply(new BatchMatMul(false, false), column, row);
        return graph.apply(new Reshape(Shape.of(graph.batch(), first * second)), product);
    }
}
