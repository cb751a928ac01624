package io.polyphony.engine.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import io.polyphony.engine.op.Attribute;
import io.polyphony.engine.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;

/** The engine's words in those of the ONNX format. */
final class OnnxProtos {
    /** What the open first extent is called. */
    private static final String ROWS = "rows";

    private OnnxProtos() {}

    static TensorProto.Builder tensor(float[] values, int... extents) {
        var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return tensor(TensorProto.DataType.FLOAT, bytes.array(), extents);
    }

    /** @param bytes the numbers in their type's own format, little-endian */
    static TensorProto.Builder tensor(TensorProto.DataType type, byte[] bytes, int... extents) {
        var tensor = TensorProto.newBuilder().setDataType(type.getNumber()).setRawData(ByteString.copyFrom(bytes));
        for (int extent : extents) {
            tensor.addDims(extent);
        }
        return tensor;
    }

    static TensorProto.Builder tensor(long... values) {
        var tensor = TensorProto.newBuilder()
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        return tensor;
    }

    static int[] extents(Shape shape) {
        var extents = new int[shape.rank()];
        for (int axis = 0; axis < extents.length; axis++) {
            extents[axis] = shape.extent(axis);
        }
        return extents;
    }

    /** A value per row; the first extent is open. */
    static ValueInfoProto perRow(String name, TensorProto.DataType type, Shape shape) {
        var extents = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(ROWS));
        for (int axis = 1; axis < shape.rank(); axis++) {
            extents.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(shape.extent(axis)));
        }
        return info(
                name,
                TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(extents));
    }

    /** Real numbers of any shape. */
    static ValueInfoProto anyShape(String name) {
        return info(name, TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber()));
    }

    private static ValueInfoProto info(String name, TypeProto.Tensor.Builder tensor) {
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    static AttributeProto attribute(Attribute attribute) {
        var proto = AttributeProto.newBuilder().setName(attribute.name());
        return switch (attribute) {
            case Attribute.Whole(var _, var value) ->
                proto.setType(AttributeProto.AttributeType.INT).setI(value).build();
            case Attribute.Wholes(var _, var values) ->
                proto.setType(AttributeProto.AttributeType.INTS)
                        .addAllInts(values)
                        .build();
            case Attribute.Real(var _, var value) ->
                proto.setType(AttributeProto.AttributeType.FLOAT)
                        .setF((float) value)
                        .build();
        };
    }

    static AttributeProto same(String name, int times, long value) {
        return attribute(new Attribute.Wholes(name, Collections.nCopies(times, value)));
    }

    static AttributeProto body(GraphProto.Builder body) {
        return AttributeProto.newBuilder()
                .setName("body")
                .setType(AttributeProto.AttributeType.GRAPH)
                .setG(body)
                .build();
    }
}
