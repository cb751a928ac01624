package io.polyphony.engine.auxiliary;

import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.data.TaskSpec;
import io.polyphony.engine.head.TaskHeads;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.Perceptron;
import io.polyphony.engine.layer.SideBySide;
import io.polyphony.engine.network.NetworkParts;
import io.polyphony.engine.network.NetworkSpec;
import io.polyphony.engine.op.Detached;
import io.polyphony.engine.op.Reparameterised;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Adds to a network's graph what is learned beside the tasks. It comes after everything else, so that the network itself
 * begins as it would alone.
 */
public final class AuxiliaryGraph {
    /** The output of means and logarithms of variances, side by side. */
    public static final String BOTTLENECK = "autoencoder";

    /** Numbers that pass through a variational bottleneck. */
    public static final int LATENT = 16;

    private static final int HIDDEN = 64;

    private AuxiliaryGraph() {}

    /** The output of an input's own head for a task. */
    public static String alone(String input, String task) {
        return "unimodal/" + input + "/" + task;
    }

    /** The output that tells what an input was. */
    public static String told(String input) {
        return "autoencoder/" + input;
    }

    /** The tasks that an input alone can learn: all but drawing, which belongs to pictures. None where there is but one input. */
    public static List<TaskSpec> tasksAlone(NetworkSpec network, AuxiliarySpec spec) {
        return network.inputs().size() > 1 && spec.readsInputsAlone()
                ? network.tasks().stream()
                        .filter(task -> !task.type().onPictures())
                        .toList()
                : List.of();
    }

    /**
     * What is to be told of each input that has something to tell; none where nothing is reconstructed.
     *
     * @param reads whether the network reads what goes by that name
     */
    public static Map<String, Targets> targets(
            Predicate<String> reads, NetworkSpec network, AuxiliarySpec spec, Map<String, InputLayout> layouts) {
        var all = new LinkedHashMap<String, Targets>();
        for (var input : network.inputs()) {
            var layout = layouts.get(input.name());
            if (layout != null && spec.autoencoder().reconstructs()) {
                var targets = Targets.of(layout, block -> reads.test(layout.qualified(block)));
                if (targets.count() > 0) {
                    all.put(input.name(), targets);
                }
            }
        }
        return all;
    }

    /** @param widths numbers that each task's head puts out */
    public static void add(
            NetworkParts parts,
            NetworkSpec network,
            AuxiliarySpec spec,
            Map<String, InputLayout> layouts,
            Map<String, Integer> widths) {
        addHeads(parts, network, spec, widths);
        var targets = targets(parts.graph()::has, network, spec, layouts);
        if (!targets.isEmpty()) {
            addAutoencoder(parts, spec.autoencoder(), targets);
        }
    }

    /** Heads that only watch must not change what they watch. */
    private static void addHeads(
            NetworkParts parts, NetworkSpec network, AuxiliarySpec spec, Map<String, Integer> widths) {
        var graph = parts.graph();
        var own = new LinkedHashMap<String, Integer>();
        tasksAlone(network, spec).forEach(task -> own.put(task.name(), widths.getOrDefault(task.name(), 1)));
        for (int m = 0; m < network.inputs().size() && !own.isEmpty(); m++) {
            var input = network.inputs().get(m).name();
            var embedding = parts.embeddings().get(m);
            var read = spec.unimodal() > 0 ? embedding : graph.apply(new Detached(), embedding);
            new TaskHeads(graph, network.head(), own)
                    .on("unimodal." + input, read)
                    .forEach((task, output) -> graph.beside(alone(input, task), output));
        }
    }

    private static void addAutoencoder(NetworkParts parts, AutoencoderSpec spec, Map<String, Targets> targets) {
        var graph = parts.graph();
        var fused = SideBySide.of(graph, parts.fused());
        var code = spec.variational() ? drawn(graph, fused) : fused;
        var hidden = Perceptron.of(graph, "autoencoder", code, HIDDEN, 1, 0);
        targets.forEach((input, wanted) ->
                graph.beside(told(input), Linear.of(graph, "autoencoder.of." + input, hidden, wanted.count())));
    }

    private static Node drawn(Graph graph, Node fused) {
        var both = Linear.of(graph, "autoencoder.bottleneck", fused, 2 * LATENT);
        graph.beside(BOTTLENECK, both);
        return graph.apply(new Reparameterised(), both);
    }
}
