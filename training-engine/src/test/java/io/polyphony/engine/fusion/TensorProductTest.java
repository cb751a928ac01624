package io.polyphony.engine.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.head.TaskHeads;
import io.polyphony.engine.program.ByHand;
import io.polyphony.engine.program.Graph;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TensorProductTest extends FusionContract {
    @Override
    FusionSpec fusion() {
        return new TensorProduct(8, 3, 0, 0);
    }

    @Test
    void a_product_that_is_too_large_is_refused_with_a_way_out() {
        var graph = new Graph(2);
        var inputs =
                IntStream.range(0, 6).mapToObj(i -> graph.input("input" + i, 4)).toList();
        var joint = new Joint(graph, inputs, graph.input("presence", 6));
        var heads = new TaskHeads(graph, new HeadSpec(0, 0), Map.of("yes", 1));
        assertThatThrownBy(() -> new TensorProduct(8, 7, 0, 0).outputs(joint, heads))
                .hasMessageContaining("262144 products")
                .hasMessageContaining("low-rank");
    }

    /** Zadeh (2017, equation 2): [z_0; 1] times [z_1; 1], every product by itself, before a layer. */
    @Test
    void every_product_of_two_inputs_has_a_weight_of_its_own() {
        var small = new SmallFusion(new TensorProduct(3, 2, 0, 0), 1, 1);
        var first = ByHand.joined(small.projected(0), new double[] {1});
        var second = ByHand.joined(small.projected(1), new double[] {1});
        var products = ByHand.each(9, i -> first[i / 3] * second[i % 3]);
        var hidden = ByHand.rectified(small.linear("fusion.product", products));
        assertThat(small.fused("yes")).containsExactly(small.normalised("fusion.fused", hidden), within(1e-9));
    }
}
