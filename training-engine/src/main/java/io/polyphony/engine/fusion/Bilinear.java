package io.polyphony.engine.fusion;

import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.Normalised;
import io.polyphony.engine.op.Add;
import io.polyphony.engine.op.Multiply;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import java.util.ArrayList;
import java.util.Map;

/**
 * Every pair of inputs meets in a bilinear form of low rank (Kim 2017), beside the inputs themselves:
 * z = sum of U_m z_m + sum over pairs of P (A_m z_m * B_k z_k). A missing input is zero, and so are its pairs.
 *
 * @param width length of the fused embedding, 1..4096
 * @param rank products per pair, 1..256
 * @param dropout share of units dropped in training, 0..0.9
 * @param modalityDropout probability that a row loses an input in training, 0..0.9
 */
public record Bilinear(int width, int rank, double dropout, double modalityDropout) implements FusionSpec {
    public Bilinear {
        Check.range("width", width, 1, 4096);
        Check.range("rank", rank, 1, 256);
        Check.range("dropout", dropout, 0, 0.9);
        Check.range("modalityDropout", modalityDropout, 0, 0.9);
    }

    @Override
    public Map<String, Node> outputs(Joint joint, Heads heads) {
        var graph = joint.graph();
        var members = joint.stacked(joint.projected(width));
        var present = new ArrayList<Node>();
        for (int m = 0; m < joint.inputs(); m++) {
            present.add(joint.presentOf(members, m));
        }
        var sum = Linear.of(graph, "fusion.own0", present.getFirst(), width);
        for (int m = 1; m < present.size(); m++) {
            sum = graph.apply(new Add(), sum, Linear.of(graph, "fusion.own" + m, present.get(m), width));
            for (int k = 0; k < m; k++) {
                sum = graph.apply(new Add(), sum, pair(joint, k + "x" + m, present.get(k), present.get(m)));
            }
        }
        var fused = Normalised.of(graph, "fusion.sum", sum);
        return heads.on("head", Drop.of(graph, fused, dropout));
    }

    private Node pair(Joint joint, String names, Node first, Node second) {
        var graph = joint.graph();
        var left = Linear.withoutBias(graph, "fusion.left" + names, first, rank);
        var right = Linear.withoutBias(graph, "fusion.right" + names, second, rank);
        return Linear.withoutBias(graph, "fusion.pair" + names, graph.apply(new Multiply(), left, right), width);
    }
}
