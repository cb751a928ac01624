package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Call;
import io.polyphony.engine.tensor.EmbeddingTable;
import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;

/** The tensors that a primitive works on at one place of a program. */
public interface Site {

    Facts facts();

    Tensor input(int index);

    /** Host codes, row-major [batch, length]. */
    int[] codes(int index);

    EmbeddingTable table(int index);

    Tensor output();

    Tensor outputGradient();

    /** Only where {@link #wants}. */
    Tensor inputGradient(int index);

    /** The i-th of {@link Primitive#saved}. */
    Tensor saved(int index);

    /** The i-th of {@link Primitive#scratch}. */
    Tensor scratch(int index);

    /** [1, count] ones; count is at most the rows of the result. */
    Tensor ones(int count);

    /** Makes an operation ready. */
    Kernel kernel(Call call);

    default boolean wants(int index) {
        return facts().wanted().get(index);
    }

    default Shape shape(int index) {
        return facts().inputs().get(index);
    }
}
