package io.polyphony.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MixTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new Mix();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(4, 3), Shape.of(4, 1), Shape.of(4, 1));
    }

    @Override
    List<Integer> differentiable() {
        return List.of(0);
    }

    @Override
    Set<Integer> coded() {
        return Set.of(1);
    }

    /** Two rows with each other, one with one of them, one with itself. */
    @Override
    int[] codes() {
        return new int[] {1, 0, 1, 3};
    }

    @Override
    double value(int input, SplittableRandom random) {
        return input == 0 ? random.nextGaussian() : random.nextDouble(0.5, 1);
    }

    @Test
    void only_training_mixes() {
        var site = new DirtySite(new Mix(), new Facts(Precision.DOUBLE, shapes(), List.of(true, false, false)));
        site.codes = codes();
        site.inputs.get(0).write(0, new double[] {0, 0, 0, 4, 4, 4, 8, 8, 8, 5, 5, 5}, 12);
        site.inputs.get(2).write(0, new double[] {0.75, 1, 0.5, 0.6}, 4);
        var work = new Mix().bind(site);
        work.forward(new Pass(true, new SplittableRandom(1)));
        assertThat(site.output.doubles())
                .containsExactly(new double[] {1, 1, 1, 4, 4, 4, 6, 6, 6, 5, 5, 5}, within(1e-12));
        work.forward(new Pass(false, new SplittableRandom(1)));
        assertThat(site.output.doubles()).containsExactly(site.inputs.get(0).doubles());
    }
}
