package io.polyphony.engine.export;

import io.polyphony.engine.program.Graph;
import io.polyphony.engine.program.Node;
import io.polyphony.engine.program.Parameters;
import io.polyphony.engine.tensor.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Writes a graph with its learned numbers, node by node, beginning with what the outputs read. */
final class OnnxGraph {
    private final OnnxWriter writer;
    private final Graph graph;
    private final Graph larger;
    private final Packing packing;
    private final Map<String, float[]> learned = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();

    private OnnxGraph(OnnxWriter writer, IntFunction<Graph> build, Parameters parameters, Packing packing) {
        this.writer = writer;
        this.packing = packing;
        this.graph = build.apply(2);
        this.larger = build.apply(3);
        for (var slice : parameters.slices()) {
            var values = new float[slice.size()];
            parameters.values().read(slice.offset(), values, 0, values.length);
            learned.put(slice.name(), values);
        }
        parameters.tables().forEach(table -> learned.put(table.name(), table.values()));
    }

    /**
     * Writes the graph.
     *
     * @param build makes the graph for batches of so many rows
     * @param packing how matrices are kept
     * @return by output, the raw value's name
     */
    static Map<String, String> write(
            OnnxWriter writer, IntFunction<Graph> build, Parameters parameters, Packing packing) {
        var written = new OnnxGraph(writer, build, parameters, packing);
        var outputs = new LinkedHashMap<String, String>();
        written.graph.outputs().forEach((name, node) -> outputs.put(name, written.name(node)));
        return outputs;
    }

    private String name(Node node) {
        var known = names.get(node.id());
        if (known != null) {
            return known;
        }
        var name = switch (node) {
            case Node.Input input -> writer.input(input.name(), input.shape());
            case Node.Codes codes -> writer.codes(codes.name(), codes.shape());
            case Node.Constant constant -> constant(constant);
            case Node.Parameter parameter -> learned(parameter.name(), parameter.shape());
            case Node.Table table -> learned(table.name(), table.shape());
            case Node.Result result -> result(result);
        };
        names.put(node.id(), name);
        return name;
    }

    private String learned(String name, Shape shape) {
        var values = learned.get(name);
        if (values == null) {
            throw new IllegalArgumentException(
                    "The graph learns (%s), but the program does not. Maybe it was compiled from another graph."
                            .formatted(name));
        }
        return PackedWeights.packs(shape)
                ? packing.onnx(writer, name, shape, values)
                : writer.learned(name, shape, values);
    }

    private String result(Node.Result result) {
        var inputs = result.inputs().stream().map(this::name).toList();
        var shapes = result.inputs().stream().map(Node::shape).toList();
        return result.primitive().onnx(writer.twin(inputs, shapes));
    }

    /** What grows with the batch is a number per row. */
    private String constant(Node.Constant constant) {
        var twin = writer.twin(List.of(), List.of());
        var extents = OnnxProtos.extents(constant.shape());
        if (larger.nodes().get(constant.id()).shape().equals(constant.shape())) {
            var values = new float[constant.shape().size()];
            Arrays.fill(values, (float) constant.value());
            return writer.numbers(values, extents);
        }
        return twin.filled(anyInput(), constant.value(), perRow(extents));
    }

    private static int[] perRow(int[] extents) {
        return Arrays.copyOfRange(extents, 1, extents.length);
    }

    /** Some input, which tells how many rows there are. */
    private String anyInput() {
        return graph.nodes().stream()
                .filter(node -> node instanceof Node.Input || node instanceof Node.Codes)
                .findFirst()
                .map(this::name)
                .orElseThrow(() -> new IllegalArgumentException("The graph reads no input."));
    }
}
