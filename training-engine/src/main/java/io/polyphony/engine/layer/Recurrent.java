package io.polyphony.engine.layer;

import io.polyphony.engine.op.Gru;
import io.polyphony.engine.op.Lstm;
import io.polyphony.engine.op.MaxOverTime;
import io.polyphony.engine.op.Member;
import io.polyphony.engine.op.Primitive;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Initializer;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Recurrent layers over sequences [batch, time, n], in one direction or in both.
 *
 * @param units of each direction
 * @param bidirectional whether a second layer reads from the end
 */
public record Recurrent(Kind kind, int units, boolean bidirectional) {

    /** What a unit is. */
    public enum Kind {
        GRU(3),
        LSTM(4);

        private final int gates;

        Kind(int gates) {
            this.gates = gates;
        }

        Primitive primitive(boolean backwards) {
            return switch (this) {
                case GRU -> new Gru(backwards);
                case LSTM -> new Lstm(backwards);
            };
        }
    }

    /** The states of all directions, each [batch, time, units]; mask [batch, time]. */
    public List<Node> states(Graph graph, String name, Node sequence, Node mask) {
        var states = new ArrayList<Node>();
        states.add(direction(graph, name + ".ahead", sequence, mask, false));
        if (bidirectional) {
            states.add(direction(graph, name + ".back", sequence, mask, true));
        }
        return states;
    }

    /** Of the states of each direction the last and the largest of every unit, [batch, directions * 2 * units]. */
    public static Node read(Graph graph, List<Node> directions, Node mask) {
        var parts = new ArrayList<Node>();
        for (var states : directions) {
            int last = parts.isEmpty() ? states.shape().extent(1) - 1 : 0;
            parts.add(graph.apply(new Member(last), states));
            parts.add(graph.apply(new MaxOverTime(), states, mask));
        }
        return SideBySide.of(graph, parts);
    }

    private Node direction(Graph graph, String name, Node sequence, Node mask, boolean backwards) {
        int wide = kind.gates * units;
        var drive = Linear.of(graph, name + ".drive", sequence, wide);
        var weight =
                graph.parameter(name + ".echo", Shape.of(units, wide), Initializer.normal(1 / Math.sqrt(units)), true);
        return graph.apply(kind.primitive(backwards), drive, weight, mask);
    }
}
