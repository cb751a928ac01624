package io.polyphony.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Convolutions over sequences whose results hardly have a gradient: single precision has a way of its own, double precision none. */
class Conv2dOfFewSlopesTest {
    private static final int STEPS = 30;
    private static final int FILTERS = 5;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 31})
    void the_way_back_is_that_of_all_numbers(int taps) {
        for (var wanted : List.of(List.of(true, true, true), List.of(false, true, true), List.of(true, false, false))) {
            var exact = back(Precision.DOUBLE, taps, wanted);
            var single = back(Precision.FLOAT, taps, wanted);
            for (int i = 0; i < exact.size(); i++) {
                assertThat(single.get(i)).as("%d", i).containsExactly(exact.get(i), within(1e-5));
            }
        }
    }

    private static List<double[]> back(Precision precision, int taps, List<Boolean> wanted) {
        var shapes = List.of(Shape.of(3, 1, STEPS, 4), Shape.of(1, taps, 4, FILTERS), Shape.of(FILTERS));
        var site = new DirtySite(new Conv2d(), new Facts(precision, shapes, wanted));
        var random = new SplittableRandom(7);
        for (int i = 0; i < shapes.size(); i++) {
            var numbers = random.doubles(shapes.get(i).size(), -1, 1).toArray();
            site.inputs.get(i).write(0, numbers, numbers.length);
        }
        var upstream = new double[site.output.size()];
        for (int row = 0; row < 3; row++) {
            for (int filter = 0; filter < FILTERS; filter++) {
                int step = filter == 0 ? 0 : filter == 1 ? STEPS - 1 : random.nextInt(STEPS);
                upstream[(row * STEPS + step) * FILTERS + filter] = random.nextDouble(-1, 1);
            }
        }
        site.outputGradient.write(0, upstream, upstream.length);
        var work = new Conv2d().bind(site);
        work.forward(new Pass(true, new SplittableRandom(1)));
        work.backward();
        var gradients = new ArrayList<double[]>();
        for (int i = 0; i < shapes.size(); i++) {
            if (wanted.get(i)) {
                gradients.add(site.gradients.get(i).doubles());
            }
        }
        return gradients;
    }
}
