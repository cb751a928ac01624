package io.polyphony.engine.explanation;

import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.InputSpec;
import io.polyphony.engine.export.TrainedModel;
import io.polyphony.engine.network.Forward;
import io.polyphony.engine.network.NetworkGraph;
import io.polyphony.engine.network.NetworkInputs;
import io.polyphony.engine.network.TaskWidths;
import io.polyphony.engine.network.Variation;
import io.polyphony.engine.op.Attention;
import io.polyphony.engine.op.Dense;
import io.polyphony.engine.op.LogSumExp;
import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.program.Program;
import io.polyphony.engine.tensor.Device;
import io.polyphony.engine.tensor.Precision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How much of what an attending fusion gathers comes from each input: its attention, rolled out over its layers (Abnar and
 * Zuidema, ACL 2020). Only fusions that choose among inputs have it: where every input attends to every other one by itself,
 * no attention says which counts.
 */
record Attentions(TrainedModel model) {
    private static final Pattern LAYER = Pattern.compile("fusion\\.layer[0-9]+\\.queries\\.weight");
    private static final int BATCH = 64;

    /**
     * A layer's attention.
     *
     * @param name its outputs' names begin with it
     */
    private record Layer(String name, int heads, int readers, int members, int width) {}

    /** The mean share of each input over the rows that have it; empty if the fusion does not attend. */
    Map<String, Double> means(EncodedRows rows) {
        var layouts = model.preprocessor().layouts();
        var graph =
                NetworkGraph.of(model.network(), layouts, TaskWidths.of(model.network(), model.preprocessor()), BATCH);
        var widths = new LinkedHashMap<String, Integer>();
        var layers = open(graph, widths);
        if (layers.isEmpty()) {
            return Map.of();
        }
        try (var program = Program.compile(graph, false, Device.cpu(), Precision.FLOAT)) {
            model.weights().writeTo(program.parameters());
            var inputs = new NetworkInputs(model.network(), layouts, program, BATCH, Variation.NONE);
            var numbers = new Forward(program, inputs, widths, BATCH).outputs(rows.inputs(), rows.rows());
            var rollout = new Rollout(pieces(graph), layers.getFirst().members());
            return Gates.means(names(), rows, (row, input) -> {
                var shares = layers.stream()
                        .map(layer -> shares(layer, numbers, row))
                        .toList();
                return rollout.of(shares)[input];
            });
        }
    }

    private List<String> names() {
        return model.network().inputs().stream().map(InputSpec::name).toList();
    }

    /** Makes what attention is computed from readable. */
    private static List<Layer> open(Graph graph, Map<String, Integer> widths) {
        var layers = new ArrayList<Layer>();
        for (var node : graph.nodes()) {
            if (node instanceof Node.Result result
                    && result.primitive() instanceof Attention(int heads)
                    && LAYER.matcher(weight(result.inputs().getFirst())).matches()) {
                var queries = result.inputs().get(0);
                var pairs = result.inputs().get(1);
                var layer = new Layer(
                        "attention " + layers.size(),
                        heads,
                        queries.shape().extent(1),
                        pairs.shape().extent(1),
                        queries.shape().last());
                read(graph, layer.name() + " queries", queries, widths);
                read(graph, layer.name() + " pairs", pairs, widths);
                read(graph, layer.name() + " mask", result.inputs().get(2), widths);
                layers.add(layer);
            }
        }
        return layers;
    }

    private static void read(Graph graph, String name, Node node, Map<String, Integer> widths) {
        graph.output(name, node);
        widths.put(name, node.shape().size() / graph.batch());
    }

    /** The name of the weights of what is linear in something; empty for anything else. */
    private static String weight(Node node) {
        return node instanceof Node.Result result
                        && result.primitive() instanceof Dense
                        && result.inputs().get(1) instanceof Node.Parameter parameter
                ? parameter.name()
                : "";
    }

    /** How many pieces of each input a fusion reads. */
    private int[] pieces(Graph graph) {
        var pieces = new int[model.network().inputs().size()];
        for (var node : graph.nodes()) {
            for (int input = 0; input < pieces.length; input++) {
                if (weight(node).equals("fusion.project" + input + ".weight")) {
                    pieces[input] = node.shape().rank() == 3 ? node.shape().extent(1) : 1;
                }
            }
        }
        return pieces;
    }

    /** What each reader pays to each member, the mean over all heads: softmax(q k / sqrt(d)) over those that are there. */
    private static double[][] shares(Layer layer, Map<String, float[]> numbers, int row) {
        var queries = Objects.requireNonNull(numbers.get(layer.name() + " queries"));
        var pairs = Objects.requireNonNull(numbers.get(layer.name() + " pairs"));
        var mask = Objects.requireNonNull(numbers.get(layer.name() + " mask"));
        int each = layer.width() / layer.heads();
        var shares = new double[layer.readers()][layer.members()];
        for (int reader = 0; reader < layer.readers(); reader++) {
            for (int head = 0; head < layer.heads(); head++) {
                var scores = new double[layer.members()];
                for (int member = 0; member < scores.length; member++) {
                    int from = (row * layer.readers() + reader) * layer.width() + head * each;
                    int to = (row * layer.members() + member) * 2 * layer.width() + head * each;
                    scores[member] = mask[row * scores.length + member] > 0
                            ? dot(queries, from, pairs, to, each) / Math.sqrt(each)
                            : Double.NEGATIVE_INFINITY;
                }
                add(shares[reader], scores, layer.heads());
            }
        }
        return shares;
    }

    private static double dot(float[] first, int from, float[] second, int to, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (double) first[from + i] * second[to + i];
        }
        return sum;
    }

    /** Adds a head's part of the mean. */
    private static void add(double[] shares, double[] scores, int heads) {
        double norm = LogSumExp.of(scores);
        for (int member = 0; member < scores.length; member++) {
            shares[member] += Math.exp(scores[member] - norm) / heads;
        }
    }
}
