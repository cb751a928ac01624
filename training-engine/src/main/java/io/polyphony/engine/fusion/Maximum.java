package io.polyphony.engine.fusion;

import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.op.MaxOverTime;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import java.util.Map;

/**
 * Of every unit the largest among the inputs that are present.
 *
 * @param width length of the fused embedding, 1..4096
 * @param dropout share of units dropped in training, 0..0.9
 * @param modalityDropout probability that a row loses an input in training, 0..0.9
 */
public record Maximum(int width, double dropout, double modalityDropout) implements FusionSpec {
    public Maximum {
        Check.range("width", width, 1, 4096);
        Check.range("dropout", dropout, 0, 0.9);
        Check.range("modalityDropout", modalityDropout, 0, 0.9);
    }

    @Override
    public Map<String, Node> outputs(Joint joint, Heads heads) {
        var members = joint.stacked(joint.projected(width));
        var largest = joint.graph().apply(new MaxOverTime(), members, joint.presence());
        return heads.on("head", Drop.of(joint.graph(), largest, dropout));
    }
}
