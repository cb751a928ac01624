package io.polyphony.engine.encoder;

import io.polyphony.engine.data.InputLayout;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Perceptron;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;

/** What encoders of rows that were summed up beforehand have in common. */
final class Summed {
    private Summed() {}

    static void check(int width, double dropout) {
        Check.range("width", width, 1, 4096);
        Check.range("dropout", dropout, 0, 0.9);
    }

    /** The same for sums over patches. */
    static void check(int words, int width, double dropout) {
        Check.range("words", words, 1, 4096);
        check(width, dropout);
    }

    /** The numbers of a block, some of them dropped, through a hidden layer. */
    static Node of(Graph graph, InputLayout layout, String block, int width, double dropout) {
        var numbers = graph.input(layout.qualified(block), layout.block(block).shape());
        return Perceptron.of(graph, layout.input(), Drop.of(graph, numbers, dropout), width, 1, dropout);
    }
}
