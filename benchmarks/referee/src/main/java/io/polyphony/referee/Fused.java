package io.polyphony.referee;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.LayerNormImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LongVector;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Encoders, each projected and normalised; side by side with their presence bits through one layer; a head per task. */
final class Fused extends Module {
    private final List<Encoder> encoders;
    private final List<LinearImpl> projections = new ArrayList<>();
    private final List<LayerNormImpl> norms = new ArrayList<>();
    private final List<LinearImpl> heads = new ArrayList<>();
    private final LinearImpl trunk;

    /** @param outputs numbers that each task's head puts out; a single one is a regression */
    Fused(List<Encoder> encoders, long width, List<Integer> outputs) {
        this.encoders = encoders;
        for (int m = 0; m < encoders.size(); m++) {
            long embedding = encoders.get(m).build(this);
            projections.add(register_module("project" + m, new LinearImpl(embedding, width)));
            norms.add(register_module("norm_of" + m, new LayerNormImpl(new LongVector(new long[] {width}))));
        }
        trunk = register_module("trunk", new LinearImpl(encoders.size() * (width + 1), width));
        for (int k = 0; k < outputs.size(); k++) {
            heads.add(register_module("head" + k, new LinearImpl(width, outputs.get(k))));
        }
    }

    /** The sum of all tasks' losses. */
    Tensor loss(List<Tensor> rows, Tensor presence, List<Tensor> labels) {
        var parts = new TensorVector();
        for (int m = 0; m < encoders.size(); m++) {
            var embedding = encoders.get(m).forward(rows.get(m));
            var member = norms.get(m).forward(projections.get(m).forward(embedding));
            parts.push_back(member.mul(presence.narrow(1, m, 1)));
        }
        parts.push_back(presence);
        var features = torch.relu(trunk.forward(torch.cat(parts, 1)));
        var total = loss(0, features, labels);
        for (int k = 1; k < heads.size(); k++) {
            total = total.add(loss(k, features, labels));
        }
        return total;
    }

    private Tensor loss(int task, Tensor features, List<Tensor> labels) {
        var answers = heads.get(task).forward(features);
        return answers.size(1) == 1
                ? torch.l1_loss(answers, labels.get(task))
                : torch.cross_entropy(answers, labels.get(task));
    }
}
