package io.polyphony.engine.op;

import java.util.List;

/**
 * Gated recurrent units (Cho 2014, in the form of cuDNN: the reset gate acts on the echo). Drive [batch, time, 3 n],
 * recurrent weight [n, 3 n] and mask [batch, time] are the states [batch, time, n]; gates in the order update, reset,
 * candidate. Where the mask is 0, the state stays.
 *
 * @param backwards whether time runs from the last step to the first
 */
public record Gru(boolean backwards) implements Recurrence {
    private static final int GATES = 3;
    private static final int KEPT = 4;

    @Override
    public int gates() {
        return GATES;
    }

    @Override
    public int kept() {
        return KEPT;
    }

    @Override
    public Cell cell(int rows, int units) {
        return new Unit(units);
    }

    @Override
    public PanelCell panel(int size) {
        return new GruPanel(size);
    }

    @Override
    public String onnx(Twin twin) {
        int units = twin.shape(1).extent(0);
        return Unrolled.onnx(twin, 1, backwards, (inner, states, drive) -> {
            var state = states.getFirst();
            var echo = inner.node("MatMul", state, twin.input(1));
            var both = inner.node("Sigmoid", inner.slice(inner.node("Add", drive, echo), 1, 0, 2 * units));
            var update = inner.slice(both, 1, 0, units);
            var heard = inner.node(
                    "Mul", inner.slice(both, 1, units, 2 * units), inner.slice(echo, 1, 2 * units, 3 * units));
            var candidate = inner.node("Tanh", inner.node("Add", inner.slice(drive, 1, 2 * units, 3 * units), heard));
            var change = inner.node("Mul", update, inner.node("Sub", state, candidate));
            return List.of(inner.node("Add", candidate, change));
        });
    }

    /** Keeps update, reset, candidate and the candidate's echo. */
    private record Unit(int units) implements Cell {
        @Override
        public int gates() {
            return GATES;
        }

        @Override
        public int kept() {
            return KEPT;
        }

        @Override
        public void reset() {}

        @Override
        public void forward(int b, double[] drive, double[] echo, double[] state, double[] kept) {
            int z = b * KEPT * units;
            int in = b * GATES * units;
            for (int i = 0; i < 2 * units; i++) {
                kept[z + i] = drive[in + i] + echo[in + i];
            }
            Curves.sigmoid(kept, z, 2 * units);
            int candidate = z + 2 * units;
            for (int i = 0; i < units; i++) {
                double heard = echo[in + 2 * units + i];
                kept[candidate + units + i] = heard;
                kept[candidate + i] = drive[in + 2 * units + i] + kept[z + units + i] * heard;
            }
            Curves.tanh(kept, candidate, units);
            for (int i = 0; i < units; i++) {
                int h = b * units + i;
                state[h] = kept[candidate + i] + kept[z + i] * (state[h] - kept[candidate + i]);
            }
        }

        @Override
        public void backward(int b, double[] kept, double[] before, double[] slope, double[] drive, double[] echo) {
            int at = b * KEPT * units;
            int in = b * GATES * units;
            for (int i = 0; i < units; i++) {
                int h = b * units + i;
                double z = kept[at + i];
                double r = kept[at + units + i];
                double n = kept[at + 2 * units + i];
                double candidate = slope[h] * (1 - z) * (1 - n * n);
                double update = slope[h] * (before[h] - n) * z * (1 - z);
                double reset = candidate * kept[at + 3 * units + i] * r * (1 - r);
                slope[h] *= z;
                drive[in + i] = update;
                drive[in + units + i] = reset;
                drive[in + 2 * units + i] = candidate;
                echo[in + i] = update;
                echo[in + units + i] = reset;
                echo[in + 2 * units + i] = candidate * r;
            }
        }
    }
}
