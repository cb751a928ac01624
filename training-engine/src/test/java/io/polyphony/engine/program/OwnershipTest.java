package io.polyphony.engine.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.polyphony.engine.layer.Linear;
import org.junit.jupiter.api.Test;

class OwnershipTest {
    @Test
    void tells_who_added_a_parameter_and_who_alone_reads_it() {
        var graph = new Graph(4);
        var x = graph.input("x", 3);
        var part = graph.owned("left", () -> Linear.of(graph, "part", x, 5));
        var trunk = Linear.of(graph, "trunk", part, 5);
        graph.output("one", Linear.of(graph, "head.one", trunk, 1));
        graph.output("two", Linear.of(graph, "head.two", trunk, 1));

        var ownership = Ownership.of(graph);

        assertThat(ownership.parts())
                .containsOnlyKeys("part.weight", "part.bias")
                .containsValue("left");
        assertThat(ownership.outputs())
                .containsOnlyKeys("head.one.weight", "head.one.bias", "head.two.weight", "head.two.bias")
                .containsEntry("head.two.weight", "two");
    }
}
