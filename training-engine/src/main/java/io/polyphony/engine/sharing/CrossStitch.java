package io.polyphony.engine.sharing;

import io.polyphony.engine.layer.Learned;
import io.polyphony.engine.layer.Members;
import io.polyphony.engine.layer.Perceptron;
import io.polyphony.engine.op.WeightedSum;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.tensor.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cross-stitch networks (Misra 2016): a column of layers per task; after each layer a task goes on with a learned combination of
 * what all columns found, unit by unit: x_k = sum over j of a_kj * x_j. Combinations begin at 0.9 of the task's own and
 * 0.1 of all others together.
 *
 * @param width units of a layer, 1..4096
 * @param depth layers, each with its cross-stitch unit, 1..8
 * @param dropout share of units dropped in training, 0..0.9
 */
public record CrossStitch(int width, int depth, double dropout) implements SharingSpec {
    private static final double OWN = 0.9;

    public CrossStitch {
        Check.range("width", width, 1, 4096);
        Check.range("depth", depth, 1, 8);
        Check.range("dropout", dropout, 0, 0.9);
    }

    @Override
    public Map<String, Node> features(Graph graph, String name, Node fused, List<String> tasks) {
        Map<String, Node> columns = new HardSharing().features(graph, name, fused, tasks);
        for (int layer = 0; layer < depth; layer++) {
            columns = stitched(graph, name + ".layer" + layer, layer(graph, name + ".layer" + layer, columns));
        }
        return columns;
    }

    private Map<String, Node> layer(Graph graph, String name, Map<String, Node> columns) {
        var next = new LinkedHashMap<String, Node>();
        columns.forEach((task, x) -> next.put(task, Perceptron.of(graph, name + "." + task, x, width, 1, dropout)));
        return next;
    }

    private Map<String, Node> stitched(Graph graph, String name, Map<String, Node> columns) {
        var stitched = new LinkedHashMap<String, Node>();
        columns.forEach((task, own) -> stitched.put(task, stitched(graph, name + "." + task, columns, own)));
        return stitched;
    }

    /** What a task goes on with: the units of all columns, each with a learned weight of its own. */
    private Node stitched(Graph graph, String name, Map<String, Node> columns, Node own) {
        int others = columns.size() - 1;
        if (others == 0) {
            return own;
        }
        var members = new ArrayList<>(List.of(own));
        columns.values().stream().filter(column -> column != own).forEach(members::add);
        var weights = Members.joined(
                graph,
                Learned.row(graph, name + ".kept", width, OWN),
                Learned.row(graph, name + ".taken", others * width, (1 - OWN) / others));
        return graph.apply(new WeightedSum(), weights, Members.joined(graph, members.toArray(Node[]::new)));
    }
}
