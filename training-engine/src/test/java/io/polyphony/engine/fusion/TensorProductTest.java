package io.polyphony.engine.fusion;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.polyphony.engine.head.HeadSpec;
import io.polyphony.engine.head.TaskHeads;
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
}
