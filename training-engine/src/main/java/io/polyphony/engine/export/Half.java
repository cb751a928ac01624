package io.polyphony.engine.export;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import io.polyphony.engine.op.Attribute;
import io.polyphony.engine.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Two bytes per number: half precision (IEEE 754 binary16), three decimal digits. What is too large for it becomes the largest
 * number it has.
 */
public record Half() implements Packing {
    private static final float LARGEST = 65_504f;

    @Override
    public String name() {
        return "fp16";
    }

    @Override
    public void write(float[] matrix, int columns, StateWriter out) {
        out.writeBytes(halves(matrix, ByteOrder.BIG_ENDIAN));
    }

    @Override
    public float[] read(int size, int columns, StateReader in) {
        var halves = ByteBuffer.wrap(in.readBytes());
        var matrix = new float[size];
        for (int i = 0; i < size; i++) {
            matrix[i] = Float.float16ToFloat(halves.getShort());
        }
        return matrix;
    }

    @Override
    public String onnx(OnnxWriter writer, String name, Shape shape, float[] matrix) {
        var kept = OnnxProtos.tensor(
                TensorProto.DataType.FLOAT16, halves(matrix, ByteOrder.LITTLE_ENDIAN), OnnxProtos.extents(shape));
        var halves = writer.learned(name, kept);
        return writer.node("Cast", List.of(halves), Attribute.whole("to", TensorProto.DataType.FLOAT.getNumber()));
    }

    private static byte[] halves(float[] matrix, ByteOrder order) {
        var bytes = ByteBuffer.allocate(Math.multiplyExact(2, matrix.length)).order(order);
        for (float value : matrix) {
            bytes.putShort(Float.floatToFloat16(Math.clamp(value, -LARGEST, LARGEST)));
        }
        return bytes.array();
    }
}
