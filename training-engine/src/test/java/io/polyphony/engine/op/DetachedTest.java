package io.polyphony.engine.op;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DetachedTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Detached();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(3, 5));
    }

    /** That it has none is the point. */
    @Override
    List<Integer> differentiable() {
        return List.of();
    }

    @Test
    void what_made_the_numbers_gets_no_gradient_and_what_reads_them_does() {
        var graph = new Graph(1);
        var first = graph.parameter("first", Shape.of(1, 1), Initializer.constant(2), false);
        var second = graph.parameter("second", Shape.of(1, 1), Initializer.constant(3), false);
        var made = graph.apply(new MatMul(), graph.input("x", 1), first);
        graph.output("y", graph.apply(new MatMul(), graph.apply(new Detached(), made), second));
        try (var program = Program.compile(graph, true, Device.cpu(), Precision.DOUBLE)) {
            program.initialize(new SplittableRandom(1));
            program.input("x").write(0, new double[] {5}, 1);
            program.forward(new Pass(true, new SplittableRandom(1)));
            assertThat(program.output("y").doubles()).containsExactly(30);
            program.outputGradient("y").write(0, new double[] {1}, 1);
            program.backward();
            assertThat(program.parameters().gradients().doubles()).containsExactly(0, 10);
        }
    }
}
