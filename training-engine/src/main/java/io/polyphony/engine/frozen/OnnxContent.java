package io.polyphony.engine.frozen;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.stream.Stream;

/** What an ONNX file holds, before anything runs it: its weights must be its own, not other files of this machine. */
final class OnnxContent {
    private static final int DEEPEST = 16;

    private OnnxContent() {}

    /** @throws IllegalArgumentException when the file is no ONNX file, or names weights outside of it */
    static void check(byte[] file) {
        try {
            var model = OnnxMl.ModelProto.parseFrom(file);
            if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
                throw new IllegalArgumentException(
                        "The %d bytes are no ONNX network: they hold no graph.".formatted(file.length));
            }
            check(model.getGraph(), 0);
            model.getFunctionsList().forEach(function -> function.getNodeList().forEach(node -> check(node, 0)));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(
                    "The %d bytes are no ONNX network.%nMaybe the file was cut off, or has another format: export it as ONNX."
                            .formatted(file.length),
                    e);
        }
    }

    private static void check(OnnxMl.GraphProto graph, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("The network's graphs lie more than %d deep.".formatted(DEEPEST));
        }
        Stream.concat(
                        graph.getInitializerList().stream(),
                        graph.getSparseInitializerList().stream()
                                .flatMap(sparse -> Stream.of(sparse.getValues(), sparse.getIndices())))
                .forEach(OnnxContent::check);
        graph.getNodeList().forEach(node -> check(node, depth));
    }

    private static void check(OnnxMl.NodeProto node, int depth) {
        for (var attribute : node.getAttributeList()) {
            Stream.concat(Stream.of(attribute.getT()), attribute.getTensorsList().stream())
                    .forEach(OnnxContent::check);
            Stream.concat(Stream.of(attribute.getG()), attribute.getGraphsList().stream())
                    .filter(graph -> graph.getNodeCount() + graph.getInitializerCount() > 0)
                    .forEach(graph -> check(graph, depth + 1));
        }
    }

    private static void check(OnnxMl.TensorProto tensor) {
        if (tensor.getDataLocation() == OnnxMl.TensorProto.DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0) {
            throw new IllegalArgumentException(
                    "The network keeps its weights (%s) in another file.%nMaybe save it as a single file."
                            .formatted(tensor.getName()));
        }
    }
}
