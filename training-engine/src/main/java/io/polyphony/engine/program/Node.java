package io.polyphony.engine.program;

import io.polyphony.engine.op.Primitive;
import io.polyphony.engine.tensor.Shape;
import java.util.List;

/** A value in a graph. Nodes are compared by identity of their place. */
public sealed interface Node {

    /** Position in the graph; what a node reads has smaller positions. */
    int id();

    Shape shape();

    /** Real numbers that the caller fills in. */
    record Input(int id, String name, Shape shape) implements Node {}

    /** Codes that the caller fills in. */
    record Codes(int id, String name, Shape shape) implements Node {}

    /** One number everywhere. */
    record Constant(int id, Shape shape, double value) implements Node {}

    /**
     * Learned numbers.
     *
     * @param decays whether weight decay shrinks them
     */
    record Parameter(int id, String name, Shape shape, Initializer initializer, boolean decays) implements Node {}

    /** Learned vectors of which a step touches few. */
    record Table(int id, String name, Shape shape, Initializer initializer) implements Node {}

    /** What a primitive makes of other nodes. */
    record Result(int id, Shape shape, Primitive primitive, List<Node> inputs) implements Node {
        public Result {
            inputs = List.copyOf(inputs);
        }
    }
}
