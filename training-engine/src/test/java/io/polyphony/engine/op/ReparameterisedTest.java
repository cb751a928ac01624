package io.polyphony.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReparameterisedTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Reparameterised();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(4, 6));
    }

    @Test
    void draws_have_the_mean_and_the_deviation_that_were_told() {
        var graph = new Graph(20_000);
        graph.output("draw", graph.apply(new Reparameterised(), graph.input("both", 2)));
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.DOUBLE)) {
            var both = new double[40_000];
            for (int row = 0; row < 20_000; row++) {
                both[2 * row] = 3;
                both[2 * row + 1] = 2 * Math.log(0.5);
            }
            program.input("both").write(0, both, both.length);
            program.forward(new Pass(true, new SplittableRandom(1)));
            var draws = program.output("draw").doubles();
            double mean = Arrays.stream(draws).average().orElseThrow();
            double variance = Arrays.stream(draws)
                    .map(draw -> (draw - mean) * (draw - mean))
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(3, within(0.02));
            assertThat(Math.sqrt(variance)).isCloseTo(0.5, within(0.02));
        }
    }

    @Test
    void outside_of_training_the_mean_is_told() {
        var graph = new Graph(1);
        graph.output("draw", graph.apply(new Reparameterised(), graph.input("both", 4)));
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.DOUBLE)) {
            program.input("both").write(0, new double[] {1, 2, 3, 4}, 4);
            program.forward(new Pass(false, new SplittableRandom(1)));
            assertThat(program.output("draw").doubles()).containsExactly(1, 2);
        }
    }
}
