package io.polyphony.engine.fusion;

import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.op.WeightedSum;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decision level: every input has its own head per task; their answers are mixed by learned weights per task.
 *
 * @param width length of the fused embedding, 1..4096
 * @param dropout share of units dropped in training, 0..0.9
 * @param modalityDropout probability that a row loses an input in training, 0..0.9
 */
public record Late(int width, double dropout, double modalityDropout) implements FusionSpec {
    public Late {
        Check.range("width", width, 1, 4096);
        Check.range("dropout", dropout, 0, 0.9);
        Check.range("modalityDropout", modalityDropout, 0, 0.9);
    }

    @Override
    public Map<String, Node> outputs(Joint joint, Heads heads) {
        var answers = new LinkedHashMap<String, List<Node>>();
        int input = 0;
        for (var member : joint.projected(width)) {
            var features = Drop.of(joint.graph(), member, dropout);
            heads.on("head" + input++, features)
                    .forEach((task, answer) -> answers.computeIfAbsent(task, _ -> new ArrayList<>())
                            .add(answer));
        }
        var outputs = new LinkedHashMap<String, Node>();
        answers.forEach((task, members) -> outputs.put(
                task,
                joint.graph()
                        .apply(
                                new WeightedSum(),
                                joint.learnedShares("fusion.shares." + task),
                                joint.stacked(members))));
        return outputs;
    }
}
