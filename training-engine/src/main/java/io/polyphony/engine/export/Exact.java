package io.polyphony.engine.export;

import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import io.polyphony.engine.tensor.Shape;

/** Four bytes per number, as they were learned. */
public record Exact() implements Packing {

    @Override
    public String name() {
        return "exact";
    }

    @Override
    public void write(float[] matrix, int columns, StateWriter out) {
        out.writeFloats(matrix, 0, matrix.length);
    }

    @Override
    public float[] read(int size, int columns, StateReader in) {
        return in.readFloats(size);
    }

    @Override
    public String onnx(OnnxWriter writer, String name, Shape shape, float[] matrix) {
        return writer.learned(name, shape, matrix);
    }
}
