package io.polyphony.engine.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DenseByMemberTest extends PrimitiveContract {
    @Override
    Primitive primitive() {
        return new DenseByMember();
    }

    @Override
    List<Shape> shapes() {
        return List.of(Shape.of(4, 3, 2), Shape.of(3, 2, 5), Shape.of(15));
    }

    @Test
    void each_member_has_a_map_of_its_own() {
        var shapes = List.of(Shape.of(1, 2, 2), Shape.of(2, 2, 1), Shape.of(2));
        var site = new DirtySite(new DenseByMember(), new Facts(Precision.DOUBLE, shapes, List.of(true, true, true)));
        site.inputs.get(0).write(0, new double[] {1, 2, 3, 4}, 4);
        site.inputs.get(1).write(0, new double[] {10, 20, 100, 200}, 4);
        site.inputs.get(2).write(0, new double[] {0.5, 0.25}, 2);
        new DenseByMember().bind(site).forward(new Pass(false, new SplittableRandom(1)));
        assertThat(site.output.doubles()).containsExactly(new double[] {50.5, 1100.25}, within(1e-12));
    }
}
