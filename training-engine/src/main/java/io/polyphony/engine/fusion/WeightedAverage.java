package io.polyphony.engine.fusion;

import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.op.WeightedSum;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import java.util.Map;

/**
 * The mean of the embeddings under learned weights: z = sum of a_m z_m, a = softmax(w + log presence).
 *
 * @param width length of the fused embedding, 1..4096
 * @param dropout share of units dropped in training, 0..0.9
 * @param modalityDropout probability that a row loses an input in training, 0..0.9
 */
public record WeightedAverage(int width, double dropout, double modalityDropout) implements FusionSpec {
    public WeightedAverage {
        Check.range("width", width, 1, 4096);
        Check.range("dropout", dropout, 0, 0.9);
        Check.range("modalityDropout", modalityDropout, 0, 0.9);
    }

    @Override
    public Map<String, Node> outputs(Joint joint, Heads heads) {
        var members = joint.stacked(joint.projected(width));
        var fused = joint.graph().apply(new WeightedSum(), joint.learnedShares("fusion.shares"), members);
        return heads.on("head", Drop.of(joint.graph(), fused, dropout));
    }
}
