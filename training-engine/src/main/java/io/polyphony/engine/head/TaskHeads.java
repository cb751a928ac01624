package io.polyphony.engine.head;

import io.polyphony.engine.fusion.Heads;
import io.polyphony.engine.layer.Drop;
import io.polyphony.engine.layer.Linear;
import io.polyphony.engine.layer.Perceptron;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.sharing.HardSharing;
import io.polyphony.engine.sharing.SharingSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One head per task.
 *
 * @param sharing what lies between fused features and the heads
 * @param widths numbers that each task's head puts out
 * @param silent tasks whose head begins at zero, since something else answers already
 * @param drawing the heads of tasks whose answers lie on the network's pictures
 */
public record TaskHeads(
        Graph graph,
        HeadSpec spec,
        SharingSpec sharing,
        Map<String, Integer> widths,
        Set<String> silent,
        Map<String, SceneHead> drawing)
        implements Heads {

    /** Heads that answer alone. */
    public TaskHeads(Graph graph, HeadSpec spec, Map<String, Integer> widths) {
        this(graph, spec, new HardSharing(), widths, Set.of(), Map.of());
    }

    @Override
    public List<String> tasks() {
        return List.copyOf(widths.keySet());
    }

    @Override
    public Map<String, Node> on(String name, Node features) {
        var outputs = new LinkedHashMap<String, Node>();
        sharing.features(graph, "sharing." + name, features, tasks())
                .forEach((task, own) -> outputs.put(task, on(name, task, own)));
        return outputs;
    }

    @Override
    public Node on(String name, String task, Node features) {
        int width = widths.getOrDefault(task, 1);
        var read = name + "." + task;
        var scene = drawing.get(task);
        if (scene != null) {
            return scene.on(read, features, width);
        }
        var dropped = Drop.of(graph, features, spec.dropout());
        var hidden = spec.hidden() == 0 ? dropped : Perceptron.of(graph, read, dropped, spec.hidden(), 1, 0);
        return silent.contains(task)
                ? Linear.silent(graph, read, hidden, width)
                : Linear.of(graph, read, hidden, width);
    }
}
