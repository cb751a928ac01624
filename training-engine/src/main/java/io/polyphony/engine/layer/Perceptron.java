package io.polyphony.engine.layer;

import io.polyphony.engine.op.Relu;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;

/** Hidden layers of one width, each linear, ReLU, dropout. */
public final class Perceptron {
    private Perceptron() {}

    public static Node of(Graph graph, String name, Node x, int width, int depth, double dropout) {
        var features = x;
        for (int i = 0; i < depth; i++) {
            var initializer = Initializer.he(features.shape().last());
            var sum = Linear.of(graph, name + ".hidden" + i, features, width, initializer);
            features = Drop.of(graph, graph.apply(new Relu(), sum), dropout);
        }
        return features;
    }
}
