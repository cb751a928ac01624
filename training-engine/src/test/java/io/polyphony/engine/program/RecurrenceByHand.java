package io.polyphony.engine.program;

import static io.polyphony.engine.program.ByHand.each;
import static io.polyphony.engine.program.ByHand.plus;
import static io.polyphony.engine.program.ByHand.times;

import java.util.Arrays;

/** Recurrent units, written out step by step for one row; steps are [t][n]. */
public record RecurrenceByHand(ByHand known) {

    /**
     * Gated recurrent units (Cho 2014, equations 5 to 8, where the reset gate acts on U h as in cuDNN): h = z h + (1 - z) c, gates
     * in the order z, r, c.
     */
    public double[][] gru(String name, boolean backwards, double[]... steps) {
        int units = known.number(name + ".drive.bias").length / 3;
        var states = new double[steps.length][];
        var h = new double[units];
        for (int i = 0; i < steps.length; i++) {
            int step = backwards ? steps.length - 1 - i : i;
            var drive = known.linear(name + ".drive", steps[step]);
            var echo = times(known.number(name + ".echo"), h);
            var before = h;
            h = each(units, j -> {
                double z = sigmoid(drive[j] + echo[j]);
                double r = sigmoid(drive[units + j] + echo[units + j]);
                double c = Math.tanh(drive[2 * units + j] + r * echo[2 * units + j]);
                return z * before[j] + (1 - z) * c;
            });
            states[step] = h;
        }
        return states;
    }

    /** Long short-term memory (Gers 2000): c = f c + i g, h = o tanh(c), gates in the order i, f, o, g; one is added to f. */
    public double[][] lstm(String name, boolean backwards, double[]... steps) {
        int units = known.number(name + ".drive.bias").length / 4;
        var states = new double[steps.length][];
        var h = new double[units];
        var c = new double[units];
        for (int i = 0; i < steps.length; i++) {
            int step = backwards ? steps.length - 1 - i : i;
            var gates = plus(known.linear(name + ".drive", steps[step]), times(known.number(name + ".echo"), h));
            var before = c;
            var memory = each(
                    units,
                    j -> sigmoid(gates[units + j] + 1) * before[j]
                            + sigmoid(gates[j]) * Math.tanh(gates[3 * units + j]));
            c = memory;
            h = each(units, j -> sigmoid(gates[2 * units + j]) * Math.tanh(memory[j]));
            states[step] = h;
        }
        return states;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** The states of the last step and the largest of each unit: what is read of one direction. */
    public static double[] lastAndLargest(double[][] states, int last) {
        return ByHand.joined(states[last], ByHand.largest(Arrays.copyOf(states, states.length)));
    }
}
