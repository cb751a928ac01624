package io.polyphony.engine.export;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.polyphony.engine.data.Block;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.network.NetworkGraph;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** An ONNX file in ONNX Runtime, the referee of what we write. */
public final class OnnxSession implements AutoCloseable {
    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();

    public OnnxSession(byte[] file) {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = ENVIRONMENT.createSession(file, options);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime refuses the file.", e);
        }
    }

    /** Whether the file reads it. */
    public boolean reads(String input) {
        return session.getInputNames().contains(input);
    }

    /** Fills an input in; what the file does not read is passed over. */
    public void put(String input, float[] values, long... shape) {
        try {
            if (reads(input)) {
                inputs.put(input, OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(values), shape));
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fills codes in; what the file does not read is passed over. */
    public void put(String input, int[] codes, long... shape) {
        try {
            if (reads(input)) {
                var wide = LongBuffer.wrap(Arrays.stream(codes).asLongStream().toArray());
                inputs.put(input, OnnxTensor.createTensor(ENVIRONMENT, wide, shape));
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fills every input in. */
    public void put(EncodedRows rows) {
        var present = new float[rows.rows() * rows.inputs().size()];
        int m = 0;
        for (var input : rows.inputs().values()) {
            for (int row = 0; row < rows.rows(); row++) {
                present[row * rows.inputs().size() + m] = input.present()[row] ? 1 : 0;
            }
            m++;
            input.blocks().forEach((block, values) -> put(input.input() + "/" + block, values, rows.rows()));
        }
        put(NetworkGraph.PRESENCE, present, rows.rows(), rows.inputs().size());
    }

    private void put(String name, Block block, int rows) {
        var extents = new long[block.shape().length + 1];
        extents[0] = rows;
        for (int axis = 1; axis < extents.length; axis++) {
            extents[axis] = block.shape()[axis - 1];
        }
        switch (block) {
            case Block.Dense(var _, var values) -> put(name, values, extents);
            case Block.Codes(var _, var values) -> put(name, values, extents);
        }
    }

    /** Every output, row-major. */
    public Map<String, float[]> run() {
        try (var results = session.run(inputs)) {
            var outputs = new LinkedHashMap<String, float[]>();
            for (var result : results) {
                var buffer = ((OnnxTensor) result.getValue()).getFloatBuffer();
                var values = new float[buffer.remaining()];
                buffer.get(values);
                outputs.put(result.getKey(), values);
            }
            return outputs;
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot run the file.", e);
        }
    }

    /** What goes along with the file. */
    public Map<String, String> notes() {
        try {
            return session.getMetadata().getCustomMetadata();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            inputs.values().forEach(OnnxTensor::close);
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
