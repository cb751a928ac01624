package io.polyphony.engine.sharing;

import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Multi-gate mixture of experts (Ma 2018): f_k(x) = sum over i of g_k(x)_i E_i(x), where the experts E_i are layers with a
 * ReLU that all tasks share, and each task has a gate g_k(x) = softmax(W_k x + b_k) of its own.
 *
 * @param width units of an expert, 1..4096
 * @param experts how many, 1..64
 * @param dropout share of an expert's units dropped in training, 0..0.9
 */
public record Mmoe(int width, int experts, double dropout) implements SharingSpec {
    public Mmoe {
        Check.range("width", width, 1, 4096);
        Check.range("experts", experts, 1, 64);
        Check.range("dropout", dropout, 0, 0.9);
    }

    @Override
    public Map<String, Node> features(Graph graph, String name, Node fused, List<String> tasks) {
        var mixture = new Experts(graph, width, dropout);
        var shared = mixture.of(name + ".expert", fused, experts);
        var features = new LinkedHashMap<String, Node>();
        tasks.forEach(task -> features.put(task, mixture.mixed(name + ".gate." + task, fused, shared)));
        return features;
    }
}
