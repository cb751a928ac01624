package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.List;

/**
 * One differentiable operation: its shape rule, how it runs forward and backward, its twin in ONNX. A primitive is a value; what a program
 * needs to run it at one place is its {@link Work}.
 */
public interface Primitive {

    /**
     * The shape of the result.
     *
     * @throws ShapeMismatch if the inputs do not fit
     */
    Shape shape(List<Shape> inputs);

    /** Makes the primitive ready to run on the tensors of one place in a program. */
    Work bind(Site site);

    /**
     * Writes the same computation, without what training adds to it, as ONNX operators.
     *
     * @return the result's name
     */
    String onnx(Twin twin);

    /** Whether backward reads that input's values. What nobody reads again gives its memory to others. */
    default boolean readsInput(int index) {
        return true;
    }

    /** Whether backward reads the result's values. */
    default boolean readsOutput() {
        return false;
    }

    /** Whether the result is the first input in another shape, sharing its memory. */
    default boolean alias() {
        return false;
    }

    /** Tensors that forward leaves for backward. */
    default List<Shape> saved(Facts facts) {
        return List.of();
    }

    /** Tensors that backward needs for itself. */
    default List<Shape> scratch(Facts facts) {
        return List.of();
    }

    /** Bytes that a library's kernels take besides tensors, at most. */
    default long bytes(Facts facts) {
        return 0;
    }

    /** Floating point operations of one forward run; backward costs about twice as many. */
    default long flops(List<Shape> inputs) {
        return shape(inputs).size();
    }
}
