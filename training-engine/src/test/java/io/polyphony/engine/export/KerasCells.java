package io.polyphony.engine.export;

import io.polyphony.engine.export.KerasReferee.Value;
import java.util.List;

/** Keras's recurrent cells; a step that is masked changes nothing. */
final class KerasCells {
    private KerasCells() {}

    static Value states(String kind, Value x, List<Value> weights) {
        int units = weights.get(1).extents()[0];
        int steps = x.extents()[0];
        var state = new double[units];
        var memory = new double[units];
        var out = new double[steps * units];
        for (int step = 0; step < steps; step++) {
            if (x.mask().length == 0 || x.mask()[step]) {
                if (kind.equals("LSTM")) {
                    lstm(x, step, weights, state, memory);
                } else {
                    gru(x, step, weights, state);
                }
            }
            System.arraycopy(state, 0, out, step * units, units);
        }
        return new Value(out, steps, units);
    }

    /** Gates i, f, c, o. */
    private static void lstm(Value x, int step, List<Value> weights, double[] state, double[] memory) {
        int units = state.length;
        var drive = product(
                x.numbers(),
                step * x.last(),
                x.last(),
                weights.get(0),
                weights.get(2).numbers(),
                0);
        var echo = product(state, 0, units, weights.get(1), new double[4 * units], 0);
        for (int u = 0; u < units; u++) {
            double input = sigmoid(drive[u] + echo[u]);
            double forget = sigmoid(drive[units + u] + echo[units + u]);
            double candidate = Math.tanh(drive[2 * units + u] + echo[2 * units + u]);
            double output = sigmoid(drive[3 * units + u] + echo[3 * units + u]);
            memory[u] = forget * memory[u] + input * candidate;
            state[u] = output * Math.tanh(memory[u]);
        }
    }

    /** Gates z, r, h with the reset after the product; the bias has a row for the input and one for the state. */
    private static void gru(Value x, int step, List<Value> weights, double[] state) {
        int units = state.length;
        var bias = weights.get(2).numbers();
        var drive = product(x.numbers(), step * x.last(), x.last(), weights.get(0), bias, 0);
        var echo = product(state, 0, units, weights.get(1), bias, 3 * units);
        for (int u = 0; u < units; u++) {
            double update = sigmoid(drive[u] + echo[u]);
            double reset = sigmoid(drive[units + u] + echo[units + u]);
            double candidate = Math.tanh(drive[2 * units + u] + reset * echo[2 * units + u]);
            state[u] = update * state[u] + (1 - update) * candidate;
        }
    }

    private static double[] product(double[] x, int from, int count, Value matrix, double[] bias, int offset) {
        var out = new double[matrix.last()];
        for (int k = 0; k < out.length; k++) {
            out[k] = bias[offset + k];
            for (int i = 0; i < count; i++) {
                out[k] += x[from + i] * matrix.numbers()[i * out.length + k];
            }
        }
        return out;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
