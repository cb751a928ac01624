package io.polyphony.engine.explanation;

import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.network.Forward;
import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.NetworkInputs;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.network.Variation;
import io.polyphony.engine.op.Concat;
import io.polyphony.engine.op.MaskedSoftmax;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The weights that a fusion gives its inputs, and experts beside them: every softmax over the inputs that are present, for the
 * tasks whose answers it reaches.
 */
record Gates(TrainedModel model) {
    private static final String GATE = "explained gate ";
    private static final int BATCH = 64;

    /**
     * A softmax over inputs, and experts after them.
     *
     * @param name of its output
     * @param members inputs and experts
     * @param tasks those whose answers depend on it
     */
    private record Gate(String name, int members, Set<String> tasks) {}

    /** What is heard for each task; without those that no gate reaches. */
    Map<String, Heard> means(EncodedRows rows) {
        var layouts = model.preprocessor().layouts();
        var graph =
                NetworkGraph.of(model.network(), layouts, TaskWidths.of(model.network(), model.preprocessor()), BATCH);
        var widths = new LinkedHashMap<String, Integer>();
        var gates = open(graph, widths);
        if (gates.isEmpty()) {
            return Map.of();
        }
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.FLOAT)) {
            model.weights().writeTo(program.parameters());
            var inputs = new NetworkInputs(model.network(), layouts, program, BATCH, Variation.NONE);
            var weights = new Forward(program, inputs, widths, BATCH).outputs(rows.inputs(), rows.rows());
            return heard(rows, gates, weights);
        }
    }

    /** Makes every gate readable. */
    private static List<Gate> open(Graph graph, Map<String, Integer> widths) {
        var answers = Map.copyOf(graph.outputs());
        var presence = graph.named(NetworkGraph.PRESENCE);
        var gates = new ArrayList<Gate>();
        for (var node : List.copyOf(graph.nodes())) {
            if (node instanceof Node.Result result
                    && result.primitive() instanceof MaskedSoftmax
                    && begins(result.inputs().get(1), presence)
                    && !answers.containsValue(node)) {
                var name = GATE + gates.size();
                widths.put(name, node.shape().size() / graph.batch());
                gates.add(new Gate(name, node.shape().extent(1), reached(graph, answers, node)));
                graph.output(name, node);
            }
        }
        return gates;
    }

    /** Whether a mask is of the inputs, or of the inputs and what follows them. */
    private static boolean begins(Node mask, Node presence) {
        return mask == presence
                || mask instanceof Node.Result result
                        && result.primitive() instanceof Concat
                        && result.inputs().getFirst() == presence;
    }

    /** The outputs that depend on a node. */
    private static Set<String> reached(Graph graph, Map<String, Node> outputs, Node from) {
        var touched = new BitSet();
        touched.set(from.id());
        for (var node : graph.nodes()) {
            if (node instanceof Node.Result result
                    && result.inputs().stream().anyMatch(read -> touched.get(read.id()))) {
                touched.set(node.id());
            }
        }
        return outputs.entrySet().stream()
                .filter(output -> touched.get(output.getValue().id()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<String, Heard> heard(EncodedRows rows, List<Gate> gates, Map<String, float[]> weights) {
        var names = model.network().inputs().stream().map(InputSpec::name).toList();
        var heard = new LinkedHashMap<String, Heard>();
        for (var task : model.network().tasks()) {
            var own = gates.stream()
                    .filter(gate -> gate.tasks().contains(task.name()))
                    .toList();
            if (!own.isEmpty()) {
                var means = means(names, rows, (row, input) -> mean(own, weights, row, input, rows.rows()));
                heard.put(task.name(), new Heard(means, shared(own, weights, names.size(), rows.rows())));
            }
        }
        return heard;
    }

    /** What all experts get together; null where there are none. */
    private static @Nullable Double shared(List<Gate> gates, Map<String, float[]> weights, int inputs, int rows) {
        int most = gates.stream().mapToInt(Gate::members).max().orElse(inputs);
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            for (int expert = inputs; expert < most; expert++) {
                sum += mean(gates, weights, row, expert, rows);
            }
        }
        return most == inputs || rows == 0 ? null : sum / rows;
    }

    /** What a row gives an input. */
    interface Weight {
        double of(int row, int input);
    }

    /** The mean weight of each input over the rows that have it; without those that no row has. */
    static Map<String, Double> means(List<String> names, EncodedRows rows, Weight weight) {
        var means = new LinkedHashMap<String, Double>();
        for (int input = 0; input < names.size(); input++) {
            var features = rows.inputs().get(names.get(input));
            double sum = 0;
            int count = 0;
            for (int row = 0; features != null && row < rows.rows(); row++) {
                if (features.present()[row]) {
                    sum += weight.of(row, input);
                    count++;
                }
            }
            if (count > 0) {
                means.put(names.get(input), sum / count);
            }
        }
        return means;
    }

    /** What a row gives a member, the mean over gates and their width. */
    private static double mean(List<Gate> gates, Map<String, float[]> weights, int row, int member, int rows) {
        double sum = 0;
        for (var gate : gates) {
            var numbers = Objects.requireNonNull(weights.get(gate.name()));
            int width = numbers.length / rows / gate.members();
            for (int i = 0; i < width && member < gate.members(); i++) {
                sum += (double) numbers[(row * gate.members() + member) * width + i] / width;
            }
        }
        return sum / gates.size();
    }
}
