package io.polyphony.engine.sharing;

import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Progressive layered extraction (Tang 2020). In every layer each task has experts of its own beside those that all share.
 * A task's gate mixes its own and the shared experts; the shared gate mixes all of them, and is left out in the last layer,
 * where nobody would read it. Gates and experts of a layer read what their own gate of the layer before has mixed.
 *
 * @param width units of an expert, 1..4096
 * @param depth layers, 1..8; with a single one this is customized gate control (CGC)
 * @param experts of each task and of all together, in each layer, 1..64
 * @param dropout share of an expert's units dropped in training, 0..0.9
 */
public record Ple(int width, int depth, int experts, double dropout) implements SharingSpec {
    public Ple {
        Check.range("width", width, 1, 4096);
        Check.range("depth", depth, 1, 8);
        Check.range("experts", experts, 1, 64);
        Check.range("dropout", dropout, 0, 0.9);
    }

    @Override
    public Map<String, Node> features(Graph graph, String name, Node fused, List<String> tasks) {
        var shared = fused;
        Map<String, Node> own = new HardSharing().features(graph, name, fused, tasks);
        for (int layer = 0; layer < depth; layer++) {
            var extraction = new Extraction(new Experts(graph, width, dropout), name + ".layer" + layer, own, shared);
            own = extraction.own();
            shared = layer < depth - 1 ? extraction.shared() : shared;
        }
        return own;
    }

    /** One layer: what its experts make of what tasks and all together read. */
    private final class Extraction {
        private final Experts mixture;
        private final String name;
        private final Map<String, Node> read;
        private final Node readByAll;
        private final List<Node> ofAll;
        private final Map<String, List<Node>> ofTask = new LinkedHashMap<>();

        Extraction(Experts mixture, String name, Map<String, Node> read, Node readByAll) {
            this.mixture = mixture;
            this.name = name;
            this.read = read;
            this.readByAll = readByAll;
            this.ofAll = mixture.of(name + ".shared", readByAll, experts);
            read.forEach((task, x) -> ofTask.put(task, mixture.of(name + ".own." + task + ".", x, experts)));
        }

        Map<String, Node> own() {
            var mixed = new LinkedHashMap<String, Node>();
            read.forEach((task, x) -> {
                var candidates = new ArrayList<>(ofTask.getOrDefault(task, List.of()));
                candidates.addAll(ofAll);
                mixed.put(task, mixture.mixed(name + ".gate." + task, x, candidates));
            });
            return mixed;
        }

        Node shared() {
            var candidates = new ArrayList<Node>();
            ofTask.values().forEach(candidates::addAll);
            candidates.addAll(ofAll);
            return mixture.mixed(name + ".gate", readByAll, candidates);
        }
    }
}
