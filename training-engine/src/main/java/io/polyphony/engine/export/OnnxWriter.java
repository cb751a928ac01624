package io.polyphony.engine.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.polyphony.engine.op.Attribute;
import io.polyphony.engine.op.Twin;
import io.polyphony.engine.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An ONNX graph being written. Constants lie in the outermost graph, where every walk along time sees them; equal ones are
 * written once.
 */
public final class OnnxWriter {
    /** Newest operator set that all operators here are part of, and the file format that came with it. */
    private static final long OPERATORS = 17;

    private static final long FORMAT = 8;

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final OnnxWriter root;
    private final Map<String, String> constants = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private int count;

    public OnnxWriter() {
        this.root = this;
    }

    private OnnxWriter(OnnxWriter root) {
        this.root = root;
    }

    /** Real numbers that whoever runs the graph fills in; the first extent is open. */
    public String input(String name, Shape shape) {
        graph.addInput(OnnxProtos.perRow(take(name), TensorProto.DataType.FLOAT, shape));
        return name;
    }

    /** Codes that whoever runs the graph fills in, so many per row. */
    public String codes(String name, Shape shape) {
        graph.addInput(OnnxProtos.perRow(take(name), TensorProto.DataType.INT64, shape));
        return name;
    }

    /** Learned numbers. */
    public String learned(String name, Shape shape, float[] values) {
        return learned(name, OnnxProtos.tensor(values, OnnxProtos.extents(shape)));
    }

    String learned(String name, TensorProto.Builder values) {
        root.graph.addInitializer(values.setName(take(name)));
        return name;
    }

    /**
     * Makes a value readable by a name.
     *
     * @return the name, or one like it if that is taken
     */
    public String output(String name, String value, Shape shape) {
        var free = name;
        while (root.taken.contains(free)) {
            free += "'";
        }
        graph.addNode(
                NodeProto.newBuilder().setOpType("Identity").addInput(value).addOutput(take(free)));
        graph.addOutput(OnnxProtos.perRow(free, TensorProto.DataType.FLOAT, shape));
        return free;
    }

    /** Where a primitive that reads these values writes its twin. */
    public Twin twin(List<String> inputs, List<Shape> shapes) {
        return new OnnxTwin(this, inputs, shapes);
    }

    /**
     * The finished file.
     *
     * @param notes what goes along for people and programs that read the file
     */
    public byte[] toBytes(Map<String, String> notes) {
        var model = ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName("polyphony")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
                .setGraph(graph.setName("network"));
        notes.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    String numbers(float[] values, int... extents) {
        var key = Arrays.toString(values) + Arrays.toString(extents);
        return root.constants.computeIfAbsent(key, _ -> constant(OnnxProtos.tensor(values, extents)));
    }

    String integers(long... values) {
        return root.constants.computeIfAbsent(Arrays.toString(values), _ -> constant(OnnxProtos.tensor(values)));
    }

    private String constant(TensorProto.Builder tensor) {
        var name = fresh("constant");
        root.graph.addInitializer(tensor.setName(name));
        return name;
    }

    String node(String operator, List<String> inputs, Attribute... attributes) {
        var name = fresh(operator);
        var node = NodeProto.newBuilder()
                .setName(name)
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(name);
        for (var attribute : attributes) {
            node.addAttribute(OnnxProtos.attribute(attribute));
        }
        graph.addNode(node);
        return name;
    }

    String scan(List<String> states, List<String> sequences, boolean backwards, Twin.Step step) {
        var body = body(states.size(), sequences.size(), step);
        var name = fresh("Scan");
        var node = NodeProto.newBuilder()
                .setName(name)
                .setOpType("Scan")
                .addAllInput(states)
                .addAllInput(sequences)
                .addAttribute(OnnxProtos.body(body))
                .addAttribute(OnnxProtos.attribute(Attribute.whole("num_scan_inputs", sequences.size())))
                .addAttribute(OnnxProtos.same("scan_input_axes", sequences.size(), 1))
                .addAttribute(OnnxProtos.same("scan_input_directions", sequences.size(), backwards ? 1 : 0))
                .addAttribute(OnnxProtos.same("scan_output_axes", 1, 1))
                .addAttribute(OnnxProtos.same("scan_output_directions", 1, backwards ? 1 : 0));
        states.forEach(_ -> node.addOutput(fresh("last")));
        graph.addNode(node.addOutput(name));
        return name;
    }

    private GraphProto.Builder body(int states, int sequences, Twin.Step step) {
        var inner = new OnnxWriter(root);
        var before = inner.parameters("state", states);
        var moments = inner.parameters("moment", sequences);
        var after = step.next(inner.twin(List.of(), List.of()), before, moments);
        after.forEach(state -> inner.graph.addOutput(OnnxProtos.anyShape(state)));
        var written = inner.node("Identity", List.of(after.getFirst()));
        return inner.graph.setName("step").addOutput(OnnxProtos.anyShape(written));
    }

    private List<String> parameters(String name, int count) {
        var names = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            names.add(fresh(name));
            graph.addInput(OnnxProtos.anyShape(names.getLast()));
        }
        return names;
    }

    private String fresh(String name) {
        return take(name + "#" + ++root.count);
    }

    private String take(String name) {
        if (!root.taken.add(name)) {
            throw new IllegalArgumentException("The ONNX graph has a value named (%s) already.".formatted(name));
        }
        return name;
    }
}
