package io.polyphony.engine.encoder;

import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Perceptron;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;

/** What pictures and sounds that were summed up by their patches have in common. */
final class Patched {
    private Patched() {}

    static void check(int words, int width, double dropout) {
        Check.range("words", words, 1, 4096);
        Check.range("width", width, 1, 4096);
        Check.range("dropout", dropout, 0, 0.9);
    }

    static Node of(Graph graph, InputLayout layout, int width, double dropout) {
        var sums = graph.input(
                layout.qualified(InputLayout.PATCHES),
                layout.block(InputLayout.PATCHES).shape());
        return Perceptron.of(graph, layout.input(), Drop.of(graph, sums, dropout), width, 1, dropout);
    }
}
