package io.polyphony.engine.frozen;

import ai.onnx.proto.OnnxMl;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** ONNX files as others make them, to test with. */
public final class FrozenFile {
    private FrozenFile() {}

    /** The mean of each channel of [rows, channels, size, size]. */
    public static byte[] channelMeans(int channels, int size) {
        var graph = GraphProto.newBuilder()
                .setName("means")
                .addInput(value("picture", -1, channels, size, size))
                .addOutput(value("embedding", -1, channels))
                .addNode(NodeProto.newBuilder()
                        .setOpType("GlobalAveragePool")
                        .addInput("picture")
                        .addOutput("pooled"))
                .addNode(NodeProto.newBuilder()
                        .setOpType("Flatten")
                        .addInput("pooled")
                        .addOutput("embedding"));
        return model(graph);
    }

    /** [rows, n] times a matrix [n, width]. */
    public static byte[] product(int n, int width, float... matrix) {
        return model(product("row", n, width, matrix));
    }

    private static GraphProto.Builder product(String input, int n, int width, float... matrix) {
        var weights = TensorProto.newBuilder()
                .setName("weights")
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .addDims(n)
                .addDims(width);
        for (float weight : matrix) {
            weights.addFloatData(weight);
        }
        return GraphProto.newBuilder()
                .setName("product")
                .addInput(value(input, -1, n))
                .addOutput(value("embedding", -1, width))
                .addInitializer(weights)
                .addNode(NodeProto.newBuilder()
                        .setOpType("MatMul")
                        .addInput(input)
                        .addInput("weights")
                        .addOutput("embedding"));
    }

    /** The rows of a matrix [words, width] that ids of tokens name: [1, tokens, width]; its vocabulary goes along. */
    public static byte[] words(List<String> vocabulary, int width, float... matrix) {
        var weights = TensorProto.newBuilder()
                .setName("weights")
                .setDataType(TensorProto.DataType.FLOAT_VALUE)
                .addDims(matrix.length / width)
                .addDims(width);
        for (float weight : matrix) {
            weights.addFloatData(weight);
        }
        var file = model(GraphProto.newBuilder()
                .setName("words")
                .addInput(integers("input_ids"))
                .addInput(integers("attention_mask"))
                .addOutput(value("last_hidden_state", -1, -1, width))
                .addInitializer(weights)
                .addNode(NodeProto.newBuilder()
                        .setOpType("Gather")
                        .addInput("weights")
                        .addInput("input_ids")
                        .addOutput("last_hidden_state")));
        return vocabulary.isEmpty()
                ? file
                : FrozenVocabulary.with(file, String.join("\n", vocabulary).getBytes(StandardCharsets.UTF_8));
    }

    private static ValueInfoProto integers(String name) {
        var value = value(name, -1, -1).toBuilder();
        value.getTypeBuilder().getTensorTypeBuilder().setElemType(TensorProto.DataType.INT64_VALUE);
        return value.build();
    }

    /** One that keeps its weights in another file. */
    static byte[] outside(int n, int width) {
        var graph = product("row", n, width);
        graph.getInitializerBuilder(0)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(OnnxMl.StringStringEntryProto.newBuilder()
                        .setKey("location")
                        .setValue("../../../etc/passwd"));
        return model(graph);
    }

    /** One that says its input as it is, of any shape. */
    static byte[] same(int... row) {
        var shape = new int[row.length + 1];
        shape[0] = -1;
        System.arraycopy(row, 0, shape, 1, row.length);
        return model(GraphProto.newBuilder()
                .setName("same")
                .addInput(value("row", shape))
                .addOutput(value("embedding", shape))
                .addNode(NodeProto.newBuilder()
                        .setOpType("Identity")
                        .addInput("row")
                        .addOutput("embedding")));
    }

    /** One that says the logarithm of its input, which of silence is no number. */
    static byte[] logarithm(int n) {
        return model(GraphProto.newBuilder()
                .setName("logarithm")
                .addInput(value("row", -1, n))
                .addOutput(value("embedding", -1, n))
                .addNode(NodeProto.newBuilder().setOpType("Log").addInput("row").addOutput("embedding")));
    }

    /** One that reads two inputs. */
    static byte[] sum(int n) {
        return model(GraphProto.newBuilder()
                .setName("sum")
                .addInput(value("a", -1, n))
                .addInput(value("b", -1, n))
                .addOutput(value("embedding", -1, n))
                .addNode(NodeProto.newBuilder()
                        .setOpType("Add")
                        .addInput("a")
                        .addInput("b")
                        .addOutput("embedding")));
    }

    private static ValueInfoProto value(String name, int... shape) {
        var extents = TensorShapeProto.newBuilder();
        for (int extent : shape) {
            var dimension = TensorShapeProto.Dimension.newBuilder();
            extents.addDim(extent < 0 ? dimension.setDimParam("rows") : dimension.setDimValue(extent));
        }
        var tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                .setShape(extents);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    private static byte[] model(GraphProto.Builder graph) {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(13))
                .setGraph(graph)
                .build()
                .toByteArray();
    }
}
