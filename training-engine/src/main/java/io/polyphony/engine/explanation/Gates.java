package io.polyphony.engine.explanation;

import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.network.Forward;
import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.NetworkInputs;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.network.Variation;
import io.polyphony.engine.op.MaskedSoftmax;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The weights that a fusion gives its inputs: every softmax over the inputs that are present. */
record Gates(TrainedModel model) {
    private static final String GATE = "explained gate ";
    private static final int BATCH = 64;

    /** The mean weight of each input over the rows that have it; empty if the fusion has no such weights. */
    Map<String, Double> means(EncodedRows rows) {
        var layouts = model.preprocessor().layouts();
        var graph =
                NetworkGraph.of(model.network(), layouts, TaskWidths.of(model.network(), model.preprocessor()), BATCH);
        var widths = open(graph);
        if (widths.isEmpty()) {
            return Map.of();
        }
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.FLOAT)) {
            model.weights().writeTo(program.parameters());
            var inputs = new NetworkInputs(model.network(), layouts, program, BATCH, Variation.NONE);
            var weights = new Forward(program, inputs, widths, BATCH).outputs(rows.inputs(), rows.rows());
            return means(rows, List.copyOf(weights.values()));
        }
    }

    /** Makes every gate readable; returns how many numbers each has per row. */
    private static Map<String, Integer> open(Graph graph) {
        var presence = graph.named(NetworkGraph.PRESENCE);
        var widths = new LinkedHashMap<String, Integer>();
        for (var node : graph.nodes()) {
            if (node instanceof Node.Result result
                    && result.primitive() instanceof MaskedSoftmax
                    && result.inputs().get(1) == presence
                    && !graph.outputs().containsValue(node)) {
                var name = GATE + widths.size();
                widths.put(name, node.shape().size() / graph.batch());
                graph.output(name, node);
            }
        }
        return widths;
    }

    /** @param gates by gate, [rows, inputs, any width] */
    private Map<String, Double> means(EncodedRows rows, List<float[]> gates) {
        var names = model.network().inputs().stream().map(InputSpec::name).toList();
        return means(names, rows, (row, input) -> weight(gates, row, input, names.size(), rows.rows()));
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

    private static double weight(List<float[]> gates, int row, int input, int inputs, int rows) {
        double sum = 0;
        for (var gate : gates) {
            int width = gate.length / rows / inputs;
            double own = 0;
            for (int i = 0; i < width; i++) {
                own += gate[(row * inputs + input) * width + i];
            }
            sum += own / width;
        }
        return sum / gates.size();
    }
}
