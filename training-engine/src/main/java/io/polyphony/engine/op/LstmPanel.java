package io.polyphony.engine.op;

import java.util.Arrays;

/**
 * {@link Lstm} by panels. Keeps the four gates, the memory before and the bent memory after. Loops are short, so that the
 * compiler computes many numbers at a time.
 *
 * @param size rows times units
 * @param memory forward the memory, backward its gradient
 */
record LstmPanel(int size, float[] memory, float[] earlier, float[] inner) implements PanelCell {

    LstmPanel(int size) {
        this(size, new float[size], new float[size], new float[size]);
    }

    @Override
    public void reset() {
        Arrays.fill(memory, 0);
    }

    @Override
    public void forward(float[] drive, float[] echo, float[] state, float[] kept) {
        int forget = size;
        int output = 2 * size;
        int candidate = 3 * size;
        int before = 4 * size;
        int bent = 5 * size;
        for (int i = 0; i < 4 * size; i++) {
            kept[i] = drive[i] + echo[i];
        }
        for (int i = forget; i < output; i++) {
            kept[i] += 1;
        }
        FloatCurves.sigmoid(kept, 0, candidate);
        FloatCurves.tanh(kept, candidate, size);
        System.arraycopy(memory, 0, earlier, 0, size);
        System.arraycopy(memory, 0, kept, before, size);
        for (int i = 0; i < size; i++) {
            memory[i] = kept[forget + i] * earlier[i] + kept[i] * kept[candidate + i];
        }
        System.arraycopy(memory, 0, kept, bent, size);
        FloatCurves.tanh(kept, bent, size);
        for (int i = 0; i < size; i++) {
            state[i] = kept[output + i] * kept[bent + i];
        }
    }

    @Override
    public void backward(float[] kept, float[] before, float[] slope, float[] drive, float[] echo) {
        int forget = size;
        int output = 2 * size;
        int candidate = 3 * size;
        int memoryBefore = 4 * size;
        int bent = 5 * size;
        System.arraycopy(memory, 0, earlier, 0, size);
        for (int i = 0; i < size; i++) {
            float b = kept[bent + i];
            inner[i] = earlier[i] + slope[i] * kept[output + i] * (1 - b * b);
        }
        for (int i = 0; i < size; i++) {
            float gate = kept[i];
            drive[i] = inner[i] * kept[candidate + i] * gate * (1 - gate);
        }
        for (int i = 0; i < size; i++) {
            float gate = kept[forget + i];
            drive[forget + i] = inner[i] * kept[memoryBefore + i] * gate * (1 - gate);
            memory[i] = inner[i] * gate;
        }
        for (int i = 0; i < size; i++) {
            float gate = kept[output + i];
            drive[output + i] = slope[i] * kept[bent + i] * gate * (1 - gate);
        }
        for (int i = 0; i < size; i++) {
            float c = kept[candidate + i];
            drive[candidate + i] = inner[i] * kept[i] * (1 - c * c);
        }
        System.arraycopy(drive, 0, echo, 0, 4 * size);
        Arrays.fill(slope, 0);
    }

    @Override
    public void undo(int from, int count) {
        System.arraycopy(earlier, from, memory, from, count);
    }
}
