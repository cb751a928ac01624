package io.polyphony.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.op.Pass;
import io.polyphony.engine.op.ScaleMembers;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Two rows of five pieces of one number each: 1 2 3 4 5, the last two of the second row are padding. */
class TokensTest {
    private static final double[] VECTORS = {1, 2, 3, 4, 5, 1, 2, 3, 4, 5};
    private static final double[] MASK = {1, 1, 1, 1, 1, 2, 2, 4, 0, 0};

    @Test
    void a_mean_weighs_pieces_and_leaves_padding_out() {
        assertThat(run(tokens -> graph -> tokens.mean(graph))).containsExactly(new double[] {3, 2.25}, within(1e-12));
    }

    @Test
    void of_too_many_pieces_neighbours_become_their_mean() {
        var two = run(tokens -> graph -> tokens.atMost(graph, 2).vectors());
        assertThat(two).containsExactly(new double[] {2, 4.5, 2.25, 0}, within(1e-12));
        var sums = run(tokens -> graph -> tokens.atMost(graph, 2).mask());
        assertThat(sums).containsExactly(new double[] {3, 2, 8, 0}, within(1e-12));
    }

    @Test
    void few_enough_pieces_stay_as_they_are() {
        var graph = new Graph(2);
        var tokens = new Tokens(graph.input("vectors", 5, 1), graph.input("mask", 5));
        assertThat(tokens.atMost(graph, 5)).isSameAs(tokens);
    }

    @Test
    void an_input_that_is_missing_has_no_piece() {
        var mask = run(
                tokens -> graph -> tokens.where(graph, graph.input("there", 1)).mask(), "there", 0, 1);
        assertThat(mask).containsExactly(0, 0, 0, 0, 0, 2, 2, 4, 0, 0);
    }

    @Test
    void cells_of_a_picture_come_line_by_line() {
        var graph = new Graph(1);
        var tokens = Tokens.cells(graph, graph.input("map", 2, 3, 4));
        assertThat(tokens.vectors().shape()).isEqualTo(Shape.of(1, 6, 4));
        assertThat(tokens.mask().shape()).isEqualTo(Shape.of(1, 6));
    }

    private static double[] run(Function<Tokens, Function<Graph, Node>> what) {
        return run(what, "mask", MASK);
    }

    private static double[] run(Function<Tokens, Function<Graph, Node>> what, String input, double... numbers) {
        var graph = new Graph(2);
        var tokens = new Tokens(graph.input("vectors", 5, 1), graph.input("mask", 5));
        graph.output("answer", what.apply(tokens).apply(graph));
        graph.output("all", graph.apply(new ScaleMembers(), tokens.vectors(), tokens.mask()));
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.DOUBLE)) {
            program.input("vectors").write(0, VECTORS, VECTORS.length);
            program.input("mask").write(0, MASK, MASK.length);
            program.input(input).write(0, numbers, numbers.length);
            program.forward(new Pass(false, new SplittableRandom(1)));
            return program.output("answer").doubles();
        }
    }
}
