package io.polyphony.engine.frozen;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * One ONNX file in ONNX Runtime: an input of floats, whose first extent is the rows, becomes an embedding [rows, width]. Rows are
 * asked one at a time, so that files made for a single row do as well. Safe for use by several threads.
 */
public final class FrozenNetwork implements Frozen {
    private final OrtSession session;
    private final String input;
    private final long[] shape;

    private FrozenNetwork(OrtSession session, String input, long[] shape) {
        this.session = session;
        this.input = input;
        this.shape = shape;
    }

    /**
     * Opens a file that reads rows of that shape.
     *
     * @throws IllegalArgumentException when ONNX Runtime cannot open it, or it reads or says something else; the message tells what
     */
    public static FrozenNetwork open(byte[] file, int... row) {
        return Runtimes.opened(file, session -> of(session, row));
    }

    private static FrozenNetwork of(OrtSession session, int[] row) throws OrtException {
        var inputs = session.getInputInfo();
        if (inputs.size() != 1 || session.getNumOutputs() != 1) {
            throw new IllegalArgumentException(
                    "The network reads %s and says %s, but an encoder reads one input and says one embedding.%nMaybe cut the rest off before the export."
                            .formatted(inputs.keySet(), session.getOutputNames()));
        }
        var input = inputs.values().iterator().next();
        var shape = new long[row.length + 1];
        shape[0] = 1;
        Arrays.setAll(shape, axis -> axis == 0 ? 1 : row[axis - 1]);
        checkInput(input, shape);
        checkOutput(session.getOutputInfo().values().iterator().next());
        return new FrozenNetwork(session, input.getName(), shape);
    }

    private static void checkInput(NodeInfo input, long[] wanted) {
        boolean fits = input.getInfo() instanceof TensorInfo tensor
                && tensor.type == OnnxJavaType.FLOAT
                && tensor.getShape().length == wanted.length;
        for (int axis = 0; fits && axis < wanted.length; axis++) {
            long extent = ((TensorInfo) input.getInfo()).getShape()[axis];
            fits = extent < 0 || extent == wanted[axis];
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "The network reads (%s: %s), but what was said of its input makes floats of the shape %s (one row).%nMaybe the size, the channels or their place is another."
                            .formatted(input.getName(), input.getInfo(), Arrays.toString(wanted)));
        }
    }

    private static void checkOutput(NodeInfo output) {
        boolean fits = output.getInfo() instanceof TensorInfo tensor
                && tensor.type == OnnxJavaType.FLOAT
                && tensor.getShape().length == 2;
        if (!fits) {
            throw new IllegalArgumentException(
                    "The network says (%s: %s), but an embedding is floats of the shape [rows, width].%nMaybe add a pooling and a flattening before the export."
                            .formatted(output.getName(), output.getInfo()));
        }
    }

    /**
     * The embedding of one row.
     *
     * @throws IllegalArgumentException when the network cannot be run, or says no numbers
     */
    public float[] embed(float[] row) {
        try (var tensor = OnnxTensor.createTensor(Runtimes.environment(), FloatBuffer.wrap(row), shape);
                var answers = session.run(Map.of(input, tensor))) {
            return Frozen.finite(((float[][]) answers.get(0).getValue())[0]);
        } catch (OrtException e) {
            throw new IllegalArgumentException(
                    "ONNX Runtime cannot run the network (%s).".formatted(e.getMessage()), e);
        }
    }

    /** How many numbers the embedding of an empty row has. */
    public int width() {
        int size = 1;
        for (long extent : shape) {
            size = Math.multiplyExact(size, Math.toIntExact(extent));
        }
        return Frozen.width(embed(new float[size]));
    }

    @Override
    public void close() {
        Runtimes.close(session);
    }
}
