package io.polyphony.engine.op;

import java.util.Arrays;
import java.util.List;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997, with forget gates). Drive [batch, time, 4 n], recurrent weight
 * [n, 4 n] and mask [batch, time] are the states [batch, time, n]; gates in the order input, forget, output, candidate.
 * One is added to the forget gate, so that a new network remembers (Jozefowicz 2015). Where the mask is 0, the state stays.
 *
 * @param backwards whether time runs from the last step to the first
 */
public record Lstm(boolean backwards) implements Recurrence {
    private static final int GATES = 4;
    private static final int KEPT = 6;

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
        return new Unit(units, new double[rows * units]);
    }

    @Override
    public PanelCell panel(int size) {
        return new LstmPanel(size);
    }

    @Override
    public String onnx(Twin twin) {
        int units = twin.shape(1).extent(0);
        return Unrolled.onnx(twin, 2, backwards, (inner, states, drive) -> {
            var gates = inner.node("Add", drive, inner.node("MatMul", states.get(0), twin.input(1)));
            var input = inner.node("Sigmoid", inner.slice(gates, 1, 0, units));
            var forget = inner.node("Sigmoid", inner.plus(inner.slice(gates, 1, units, 2 * units), 1));
            var output = inner.node("Sigmoid", inner.slice(gates, 1, 2 * units, 3 * units));
            var candidate = inner.node("Tanh", inner.slice(gates, 1, 3 * units, 4 * units));
            var memory =
                    inner.node("Add", inner.node("Mul", forget, states.get(1)), inner.node("Mul", input, candidate));
            return List.of(inner.node("Mul", output, inner.node("Tanh", memory)), memory);
        });
    }

    /**
     * Keeps the four gates, the memory before and the bent memory after.
     *
     * @param memory forward the memory of every row, backward its gradient
     */
    private record Unit(int units, double[] memory) implements Cell {
        @Override
        public int gates() {
            return GATES;
        }

        @Override
        public int kept() {
            return KEPT;
        }

        @Override
        public void reset() {
            Arrays.fill(memory, 0);
        }

        @Override
        public void forward(int b, double[] drive, double[] echo, double[] state, double[] kept) {
            int at = b * KEPT * units;
            int in = b * GATES * units;
            for (int i = 0; i < GATES * units; i++) {
                kept[at + i] = drive[in + i] + echo[in + i];
            }
            for (int i = units; i < 2 * units; i++) {
                kept[at + i] += 1;
            }
            Curves.sigmoid(kept, at, 3 * units);
            Curves.tanh(kept, at + 3 * units, units);
            int cell = b * units;
            for (int i = 0; i < units; i++) {
                kept[at + 4 * units + i] = memory[cell + i];
                memory[cell + i] = kept[at + units + i] * memory[cell + i] + kept[at + i] * kept[at + 3 * units + i];
                kept[at + 5 * units + i] = memory[cell + i];
            }
            Curves.tanh(kept, at + 5 * units, units);
            for (int i = 0; i < units; i++) {
                state[cell + i] = kept[at + 2 * units + i] * kept[at + 5 * units + i];
            }
        }

        @Override
        public void backward(int b, double[] kept, double[] before, double[] slope, double[] drive, double[] echo) {
            int at = b * KEPT * units;
            int in = b * GATES * units;
            for (int i = 0; i < units; i++) {
                int cell = b * units + i;
                double input = kept[at + i];
                double forget = kept[at + units + i];
                double output = kept[at + 2 * units + i];
                double candidate = kept[at + 3 * units + i];
                double bent = kept[at + 5 * units + i];
                double inner = memory[cell] + slope[cell] * output * (1 - bent * bent);
                drive[in + i] = inner * candidate * input * (1 - input);
                drive[in + units + i] = inner * kept[at + 4 * units + i] * forget * (1 - forget);
                drive[in + 2 * units + i] = slope[cell] * bent * output * (1 - output);
                drive[in + 3 * units + i] = inner * input * (1 - candidate * candidate);
                memory[cell] = inner * forget;
                slope[cell] = 0;
            }
            System.arraycopy(drive, in, echo, in, GATES * units);
        }
    }
}
