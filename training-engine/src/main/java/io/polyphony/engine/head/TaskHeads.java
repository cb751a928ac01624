package io.polyphony.engine.head;

import io.polyphony.engine.fusion.Heads;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.Perceptron;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One head per task.
 *
 * @param widths numbers that each task's head puts out
 */
public record TaskHeads(Graph graph, HeadSpec spec, Map<String, Integer> widths) implements Heads {

    @Override
    public List<String> tasks() {
        return List.copyOf(widths.keySet());
    }

    @Override
    public Map<String, Node> on(String name, Node features) {
        var outputs = new LinkedHashMap<String, Node>();
        widths.forEach((task, width) -> outputs.put(task, head(name + "." + task, features, width)));
        return outputs;
    }

    @Override
    public Node on(String name, String task, Node features) {
        return head(name + "." + task, features, widths.getOrDefault(task, 1));
    }

    private Node head(String name, Node features, int width) {
        var dropped = Drop.of(graph, features, spec.dropout());
        var hidden = spec.hidden() == 0 ? dropped : Perceptron.of(graph, name, dropped, spec.hidden(), 1, 0);
        return Linear.of(graph, name, hidden, width);
    }
}
