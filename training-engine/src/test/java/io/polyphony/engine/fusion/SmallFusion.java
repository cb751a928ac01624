package io.polyphony.engine.fusion;

import static java.util.Objects.requireNonNull;

import io.polyphony.engine.op.Pass;
import io.polyphony.engine.program.ByHand;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/**
 * One row of two inputs, fused under drawn weights that can be read by name, so that a test can do the same by hand: what comes
 * out for each task is what its head would read.
 */
final class SmallFusion {
    private static final double[][] EMBEDDINGS = {{0.7, -1.2}, {0.4, 0.9, -0.3}};
    private final ByHand numbers;
    private final Map<String, double[]> fused = new LinkedHashMap<>();

    /** @param presence 1 or 0 for each input */
    SmallFusion(FusionSpec fusion, double... presence) {
        var graph = new Graph(1);
        var there = graph.input("presence", 2);
        var embeddings = List.of(graph.input("a", 2), graph.input("b", 3));
        fusion.outputs(new Joint(graph, embeddings, there), new Bare()).forEach(graph::output);
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.DOUBLE)) {
            numbers = ByHand.drawn(program);
            program.input("a").write(0, EMBEDDINGS[0], 2);
            program.input("b").write(0, EMBEDDINGS[1], 3);
            program.input("presence").write(0, presence, 2);
            program.forward(new Pass(false, new SplittableRandom(1)));
            for (var task : new Bare().tasks()) {
                fused.put(task, program.output(task).doubles());
            }
        }
    }

    /** Heads that answer with what they read. */
    private record Bare() implements Heads {
        @Override
        public List<String> tasks() {
            return List.of("yes", "kind");
        }

        @Override
        public Map<String, Node> on(String name, Node features) {
            var outputs = new LinkedHashMap<String, Node>();
            tasks().forEach(task -> outputs.put(task, features));
            return outputs;
        }

        @Override
        public Node on(String name, String task, Node features) {
            return features;
        }
    }

    /** What the head of a task reads. */
    double[] fused(String task) {
        return requireNonNull(fused.get(task));
    }

    /** What the fusion has learned. */
    ByHand numbers() {
        return numbers;
    }

    double[] linear(String name, double... x) {
        return numbers.linear(name, x);
    }

    double[] normalised(String name, double... x) {
        return numbers.normalised(name, x);
    }

    /** z_m, what every fusion reads of an input. */
    double[] projected(int input) {
        return normalised("fusion.norm" + input, linear("fusion.project" + input, EMBEDDINGS[input]));
    }

    /** [z_0 ; z_1 ; 1 ; 1], both inputs being there. */
    double[] known() {
        return ByHand.joined(projected(0), projected(1), new double[] {1, 1});
    }

    static double[] each(int width, IntToDoubleFunction number) {
        return ByHand.each(width, number);
    }
}
