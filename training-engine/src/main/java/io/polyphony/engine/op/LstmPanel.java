package io.polyphony.engine.op;

import java.util.Arrays;

/**
 * {@link Lstm} by panels. Keeps the four gates, the memory before and the bent memory after.
 *
 * @param size rows times units
 * @param memory forward the memory, backward its gradient
 * @param earlier the same before the last step
 * @param one somewhere to put a panel
 * @param two the same
 */
record LstmPanel(int size, float[] memory, float[] earlier, float[] one, float[] two) implements PanelCell {
    private static final int INPUT = 0;
    private static final int FORGET = 1;
    private static final int OUTPUT = 2;
    private static final int CANDIDATE = 3;
    private static final int BEFORE = 4;
    private static final int BENT = 5;

    LstmPanel(int size) {
        this(size, new float[size], new float[size], new float[size], new float[size]);
    }

    @Override
    public void reset() {
        Arrays.fill(memory, 0);
    }

    /** The gates see their sum only. */
    @Override
    public boolean alike() {
        return true;
    }

    @Override
    public void forward(float[][] drive, float[][] echo, float[] state, float[][] kept) {
        for (int gate = INPUT; gate <= CANDIDATE; gate++) {
            Vectors.sum(drive[gate], echo[gate], kept[gate], size);
        }
        remember(kept[FORGET]);
        FloatCurves.sigmoid(kept[INPUT], size);
        FloatCurves.sigmoid(kept[FORGET], size);
        FloatCurves.sigmoid(kept[OUTPUT], size);
        FloatCurves.tanh(kept[CANDIDATE], size);
        System.arraycopy(memory, 0, earlier, 0, size);
        System.arraycopy(memory, 0, kept[BEFORE], 0, size);
        Vectors.scale(memory, kept[FORGET], size);
        Vectors.addProduct(kept[INPUT], kept[CANDIDATE], memory, size);
        System.arraycopy(memory, 0, kept[BENT], 0, size);
        FloatCurves.tanh(kept[BENT], size);
        Vectors.product(kept[OUTPUT], kept[BENT], state, size);
    }

    /** Forget gates begin open. */
    private void remember(float[] forget) {
        for (int i = 0; i < size; i++) {
            forget[i] += 1;
        }
    }

    @Override
    public void backward(float[][] kept, float[] before, float[] slope, float[][] drive, float[][] echo) {
        System.arraycopy(memory, 0, earlier, 0, size);
        Vectors.product(slope, kept[OUTPUT], one, size);
        Vectors.tanhSlope(one, kept[BENT], two, size);
        Vectors.add(memory, two, size);
        Vectors.product(memory, kept[CANDIDATE], one, size);
        Vectors.sigmoidSlope(one, kept[INPUT], drive[INPUT], size);
        Vectors.product(memory, kept[BEFORE], one, size);
        Vectors.sigmoidSlope(one, kept[FORGET], drive[FORGET], size);
        Vectors.product(slope, kept[BENT], one, size);
        Vectors.sigmoidSlope(one, kept[OUTPUT], drive[OUTPUT], size);
        Vectors.product(memory, kept[INPUT], one, size);
        Vectors.tanhSlope(one, kept[CANDIDATE], drive[CANDIDATE], size);
        Vectors.scale(memory, kept[FORGET], size);
        Arrays.fill(slope, 0);
    }

    @Override
    public void undo(int from, int count) {
        System.arraycopy(earlier, from, memory, from, count);
    }
}
