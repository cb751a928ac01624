package io.polyphony.engine.fusion;

import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.op.WeightedSum;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Shape;
import java.util.Map;

/**
 * z = sum over the inputs that are present of W_m h_m + b_m. Nothing is bent and nothing normalised: what encoders leave linear is
 * a linear model of every task. Maps begin near zero and training ends early, so that what the rows do not tell stays out of the
 * answer, much as with a ridge (Ali, Kolter and Tibshirani, AISTATS 2019).
 *
 * @param width length of the fused embedding, 1..4096
 * @param dropout share of units dropped in training, 0..0.9
 * @param modalityDropout probability that a row loses an input in training, 0..0.9
 */
public record Sum(int width, double dropout, double modalityDropout) implements FusionSpec {
    public Sum {
        Check.range("width", width, 1, 4096);
        Check.range("dropout", dropout, 0, 0.9);
        Check.range("modalityDropout", modalityDropout, 0, 0.9);
    }

    @Override
    public Map<String, Node> outputs(Joint joint, Heads heads) {
        var graph = joint.graph();
        var members = joint.stacked(joint.mapped(width));
        var there = graph.apply(new Reshape(Shape.of(graph.batch(), joint.inputs(), 1)), joint.presence());
        var fused = graph.apply(new WeightedSum(), there, members);
        return heads.on("head", Drop.of(graph, fused, dropout));
    }
}
