package io.polyphony.engine.export;

import io.polyphony.engine.op.Dense;
import io.polyphony.engine.program.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Recurrent layers in Keras's order of gates. Our drive is a layer of its own, Keras's is part of the recurrent one. Keras
 * skips what an embedding has masked, which is where our mask is 0.
 */
record KerasRecurrence(KerasGraph graph, KerasModel model) {
    /** Ours: input, forget, output, candidate; Keras: input, forget, candidate, output. */
    private static final int[] LSTM = {0, 1, 3, 2};
    /** Both: update, reset, candidate. */
    private static final int[] GRU = {0, 1, 2};

    private static final int FORGET = 1;

    String lstm(Node.Result result) {
        var drive = drive(result);
        int units = result.shape().last();
        var bias = ordered(graph.learned(drive, 2), units, LSTM);
        for (int i = FORGET * units; i < (FORGET + 1) * units; i++) {
            bias.values()[i]++; // Ours adds one to the forget gate.
        }
        return layer("LSTM", Map.of("unit_forget_bias", true), drive, result, LSTM, bias);
    }

    String gru(Node.Result result) {
        var drive = drive(result);
        int units = result.shape().last();
        var own = ordered(graph.learned(drive, 2), units, GRU);
        var both = new float[2 * own.values().length]; // The second half is added to the echo: nothing.
        System.arraycopy(own.values(), 0, both, 0, own.values().length);
        var bias = new KerasArray(both, 2, own.values().length);
        return layer("GRU", Map.of("reset_after", true), drive, result, GRU, bias);
    }

    private String layer(
            String kind,
            Map<String, Object> more,
            Node.Result drive,
            Node.Result result,
            int[] order,
            KerasArray bias) {
        int units = result.shape().last();
        var config = new LinkedHashMap<String, Object>(more);
        config.put("units", units);
        config.put("activation", "tanh");
        config.put("recurrent_activation", "sigmoid");
        config.put("use_bias", true);
        config.put("return_sequences", true);
        var arrays = new LinkedHashMap<String, KerasArray>();
        arrays.put("kernel", ordered(graph.learned(drive, 1), units, order));
        arrays.put("recurrent_kernel", ordered(graph.learned(result, 1), units, order));
        arrays.put("bias", bias);
        return model.add(kind, config, arrays, graph.in(drive, 0));
    }

    private static Node.Result drive(Node.Result result) {
        if (result.inputs().getFirst() instanceof Node.Result drive && drive.primitive() instanceof Dense) {
            return drive;
        }
        throw new NotInKeras(result.primitive().getClass().getSimpleName());
    }

    /** The same with blocks of columns, one per gate, in that order. */
    private static KerasArray ordered(KerasArray array, int units, int[] order) {
        int width = array.extents()[array.extents().length - 1];
        var values = new float[array.values().length];
        for (int row = 0; row < values.length; row += width) {
            for (int gate = 0; gate < order.length; gate++) {
                System.arraycopy(array.values(), row + order[gate] * units, values, row + gate * units, units);
            }
        }
        return new KerasArray(values, array.extents());
    }
}
