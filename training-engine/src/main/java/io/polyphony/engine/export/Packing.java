package io.polyphony.engine.export;

import io.polyphony.engine.checkpoint.StateReader;
import io.polyphony.engine.checkpoint.StateWriter;
import io.polyphony.engine.tensor.Shape;

/**
 * How the learned matrices of a model are kept: exactly, or in less room and a little rounded. Vectors (biases, gains) are
 * few and are kept exactly by all. To add one: its record in this package, its line in {@link Packings}, its test.
 */
public sealed interface Packing permits Exact, Half, Int8 {

    /** What it is called in files and requests. */
    String name();

    /**
     * Writes a row-major matrix.
     *
     * @param columns numbers of one row
     */
    void write(float[] matrix, int columns, StateWriter out);

    /** Reads what {@link #write} wrote: a matrix of so many numbers, as it is after rounding. */
    float[] read(int size, int columns, StateReader in);

    /**
     * Writes a matrix as ONNX initializers and what makes floats of them.
     *
     * @return the name of the floats
     */
    String onnx(OnnxWriter writer, String name, Shape shape, float[] matrix);
}
