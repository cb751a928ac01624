package io.polyphony.engine.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.op.Add;
import io.polyphony.engine.op.Concat;
import io.polyphony.engine.op.Dense;
import io.polyphony.engine.op.MatMul;
import io.polyphony.engine.op.Multiply;
import io.polyphony.engine.op.Pass;
import io.polyphony.engine.op.Reshape;
import io.polyphony.engine.op.Tanh;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProgramTest {
    private static final double STEP = 1e-5;

    /** Values read by several, a value that is read and put out, reshapes on either side, two outputs. */
    private static Graph tangle() {
        var graph = new Graph(4);
        var x = graph.input("x", 3);
        var hidden = dense(graph, "first", x, 6);
        var bent = graph.apply(new Tanh(), hidden);
        var folded = graph.apply(new Reshape(Shape.of(4, 2, 3)), bent);
        var twice = graph.apply(new Add(), folded, graph.apply(new Tanh(), folded));
        var flat = graph.apply(new Reshape(Shape.of(4, 6)), twice);
        var gated = graph.apply(new Multiply(), flat, hidden);
        var wide = graph.apply(new Concat(), gated, bent, x);
        graph.output("shared", gated);
        graph.output(
                "end",
                graph.apply(new MatMul(), wide, graph.parameter("last", Shape.of(15, 2), Initializer.normal(1), true)));
        return graph;
    }

    private static Node dense(Graph graph, String name, Node x, int width) {
        var weight =
                graph.parameter(name + ".weight", Shape.of(x.shape().last(), width), Initializer.normal(0.7), true);
        var bias = graph.parameter(name + ".bias", Shape.of(width), Initializer.normal(0.7), false);
        return graph.apply(new Dense(), x, weight, bias);
    }

    @Test
    void gradients_of_a_tangled_graph_agree_with_central_differences() {
        try (var program = Program.compile(tangle(), true, Device.cpu(), Precision.DOUBLE)) {
            program.initialize(new SplittableRandom(3));
            program.input("x")
                    .write(0, new SplittableRandom(4).doubles(12, -1, 1).toArray(), 12);
            for (int run = 0; run < 2; run++) { // The second run finds the buffers as the first left them.
                loss(program);
                sendGradients(program);
                program.backward();
                var gradients = program.parameters().gradients().doubles();
                for (int i = 0; i < gradients.length; i++) {
                    assertThat(gradients[i]).as("parameter %d", i).isCloseTo(slope(program, i), within(1e-6));
                }
            }
        }
    }

    /** What it reads is read by three. */
    @Test
    void the_gradient_of_an_input_agrees_with_central_differences() {
        var graph = tangle();
        graph.watch("x");
        try (var program = Program.compile(graph, true, Device.cpu(), Precision.DOUBLE)) {
            program.initialize(new SplittableRandom(3));
            var values = new SplittableRandom(4).doubles(12, -1, 1).toArray();
            for (int run = 0; run < 2; run++) {
                program.input("x").write(0, values, 12);
                loss(program);
                sendGradients(program);
                program.backward();
                var gradients = program.inputGradient("x").doubles();
                for (int i = 0; i < 12; i++) {
                    assertThat(gradients[i]).as("number %d", i).isCloseTo(inputSlope(program, values, i), within(1e-6));
                }
            }
        }
    }

    @Test
    void the_gradient_of_an_input_costs_nothing_where_nobody_watches() {
        var watching = tangle();
        watching.watch("x");
        assertThat(Program.cost(tangle(), true, Precision.FLOAT).flops())
                .isLessThan(Program.cost(watching, true, Precision.FLOAT).flops());
        try (var program = Program.compile(tangle(), true, Device.cpu(), Precision.FLOAT)) {
            assertThatThrownBy(() -> program.inputGradient("x")).hasMessageContaining("(x)");
        }
        assertThatThrownBy(() -> tangle().watch("last")).hasMessageContaining("(last)");
    }

    @Test
    void a_cut_graph_goes_on_from_what_it_is_given() {
        var whole = tangle();
        var bent = (Node.Result) whole.nodes().stream()
                .filter(node -> node instanceof Node.Result result && result.primitive() instanceof Tanh)
                .findFirst()
                .orElseThrow();
        var first = new SplittableRandom(3);
        whole.output("bent", bent);
        var cut = Cut.of(tangle(), Map.of("bent", bent));
        try (var before = Program.compile(whole, false, Device.cpu(), Precision.DOUBLE);
                var after = Program.compile(cut, false, Device.cpu(), Precision.DOUBLE)) {
            before.initialize(first);
            var values = before.parameters().values();
            after.parameters().values().copy(0, values, 0, values.size());
            var x = new SplittableRandom(4).doubles(12, -1, 1).toArray();
            before.input("x").write(0, x, 12);
            after.input("x").write(0, x, 12);
            loss(before);
            after.input("bent").copy(0, before.output("bent"), 0, 24);
            loss(after);
            assertThat(after.output("end").doubles())
                    .containsExactly(before.output("end").doubles());
        }
    }

    @Test
    void what_leads_only_to_a_cut_is_left_out() {
        var graph = new Graph(2);
        var hidden = (Node.Result) dense(graph, "first", graph.input("x", 3), 4);
        graph.output("end", dense(graph, "second", hidden, 1));
        var cut = Cut.of(graph, Map.of("hidden", hidden));
        assertThat(cut.has("x")).isFalse();
        assertThat(cut.has("first.weight")).isFalse();
        assertThat(Program.cost(cut, false, Precision.FLOAT).parameters()).isEqualTo(5);
    }

    @Test
    void takes_exactly_the_memory_that_was_foretold() {
        for (var backward : Backward.values()) {
            var cost = Program.cost(tangle(), backward, Precision.FLOAT);
            try (var program = Program.compile(tangle(), backward, Device.cpu(), Precision.FLOAT)) {
                assertThat(program.deviceBytes()).isEqualTo(cost.deviceBytes());
            }
        }
    }

    @Test
    void one_forward_run_serves_many_backward_runs_if_that_was_asked_for() {
        try (var program = Program.compile(tangle(), Backward.REPEATEDLY, Device.cpu(), Precision.DOUBLE)) {
            program.initialize(new SplittableRandom(3));
            loss(program);
            sendGradients(program);
            program.backward();
            var first = program.parameters().gradients().doubles();
            for (int run = 0; run < 3; run++) {
                sendGradients(program);
                program.backward();
                assertThat(program.parameters().gradients().doubles()).containsExactly(first);
            }
        }
    }

    @Test
    void parameters_of_several_outputs_are_shared() {
        try (var program = Program.compile(tangle(), true, Device.cpu(), Precision.FLOAT)) {
            assertThat(program.sharing().slices())
                    .extracting(Parameters.Slice::name)
                    .doesNotContain("last")
                    .hasSize(program.parameters().slices().size() - 1);
        }
    }

    @Test
    void memory_is_shared_where_nothing_is_needed_any_more() {
        var graph = new Graph(64);
        var features = graph.input("x", 32);
        for (int i = 0; i < 20; i++) {
            features = dense(graph, "layer" + i, features, 32);
        }
        graph.output("end", features);
        long activation = 64 * 32 * 4;
        long parameters = 20 * (32 * 32 + 32) * 4;
        assertThat(Program.cost(graph, false, Precision.FLOAT).deviceBytes() - parameters)
                .isLessThan(5 * activation);
    }

    @Test
    void counts_floating_point_operations() {
        var graph = new Graph(10);
        graph.output("y", dense(graph, "layer", graph.input("x", 30), 20));
        assertThat(Program.cost(graph, false, Precision.FLOAT).flops()).isEqualTo(2 * 10 * 30 * 20);
    }

    @Test
    void a_name_twice_is_refused() {
        var graph = new Graph(1);
        graph.input("x", 1);
        assertThatThrownBy(() -> graph.input("x", 1)).hasMessageContaining("(x)");
    }

    private static double loss(Program program) {
        program.forward(new Pass(true, new SplittableRandom(1)));
        double loss = 0;
        for (var output : new String[] {"shared", "end"}) {
            var values = program.output(output).doubles();
            for (int i = 0; i < values.length; i++) {
                loss += values[i] * Math.sin(i + output.length());
            }
        }
        return loss;
    }

    private static void sendGradients(Program program) {
        for (var output : new String[] {"shared", "end"}) {
            var gradient = new double[program.output(output).size()];
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = Math.sin(i + output.length());
            }
            program.outputGradient(output).write(0, gradient, gradient.length);
        }
    }

    private static double inputSlope(Program program, double[] values, int at) {
        var moved = values.clone();
        moved[at] = values[at] + STEP;
        program.input("x").write(0, moved, moved.length);
        double high = loss(program);
        moved[at] = values[at] - STEP;
        program.input("x").write(0, moved, moved.length);
        return (high - loss(program)) / (2 * STEP);
    }

    private static double slope(Program program, int at) {
        var values = program.parameters().values();
        var original = values.doubles();
        var moved = original.clone();
        moved[at] = original[at] + STEP;
        values.write(0, moved, moved.length);
        double high = loss(program);
        moved[at] = original[at] - STEP;
        values.write(0, moved, moved.length);
        double low = loss(program);
        values.write(0, original, original.length);
        return (high - low) / (2 * STEP);
    }
}
