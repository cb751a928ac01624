package io.polyphony.engine.export;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import io.polyphony.engine.op.Attribute;
import io.polyphony.engine.tensor.Shape;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * One byte per number: every column of a matrix (a unit's or filter's weights) is divided by its own step, so that its largest
 * magnitude becomes 127 (symmetric per-channel quantisation, Jacob et al. 2018, Krishnamoorthi 2018). Only weights are
 * rounded; the network computes in floats.
 */
public record Int8() implements Packing {
    private static final int LARGEST = Byte.MAX_VALUE;

    @Override
    public String name() {
        return "int8";
    }

    @Override
    public void write(float[] matrix, int columns, StateWriter out) {
        var steps = steps(matrix, columns);
        out.writeFloats(steps, 0, columns);
        out.writeBytes(bytes(matrix, steps));
    }

    @Override
    public float[] read(int size, int columns, StateReader in) {
        var steps = in.readFloats(columns);
        var bytes = in.readBytes();
        var matrix = new float[size];
        for (int i = 0; i < size; i++) {
            matrix[i] = bytes[i] * steps[i % columns];
        }
        return matrix;
    }

    @Override
    public String onnx(OnnxWriter writer, String name, Shape shape, float[] matrix) {
        var steps = steps(matrix, shape.last());
        var kept = OnnxProtos.tensor(TensorProto.DataType.INT8, bytes(matrix, steps), OnnxProtos.extents(shape));
        var bytes = writer.learned(name, kept);
        // Not DequantizeLinear: runtimes fuse it with the product after it and round the activations as well.
        var whole = writer.node("Cast", List.of(bytes), Attribute.whole("to", TensorProto.DataType.FLOAT.getNumber()));
        return writer.node("Mul", List.of(whole, writer.numbers(steps, steps.length)));
    }

    private static float[] steps(float[] matrix, int columns) {
        var steps = new float[columns];
        for (int i = 0; i < matrix.length; i++) {
            steps[i % columns] = Math.max(steps[i % columns], Math.abs(matrix[i]));
        }
        for (int c = 0; c < columns; c++) {
            steps[c] = steps[c] == 0 ? 1 : steps[c] / LARGEST;
        }
        return steps;
    }

    private static byte[] bytes(float[] matrix, float[] steps) {
        var bytes = ByteBuffer.allocate(matrix.length);
        for (int i = 0; i < matrix.length; i++) {
            bytes.put((byte) Math.clamp(Math.round(matrix[i] / steps[i % steps.length]), -LARGEST, LARGEST));
        }
        return bytes.array();
    }
}
