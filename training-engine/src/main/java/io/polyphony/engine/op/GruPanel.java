package io.polyphony.engine.op;

/**
 * {@link Gru} by panels. Keeps update, reset, candidate and the candidate's echo.
 *
 * @param size rows times units
 * @param one somewhere to put a panel
 * @param two the same
 */
record GruPanel(int size, float[] one, float[] two) implements PanelCell {
    private static final int UPDATE = 0;
    private static final int RESET = 1;
    private static final int CANDIDATE = 2;
    private static final int HEARD = 3;

    GruPanel(int size) {
        this(size, new float[size], new float[size]);
    }

    @Override
    public void reset() {}

    @Override
    public void forward(float[][] drive, float[][] echo, float[] state, float[][] kept) {
        Vectors.sum(drive[UPDATE], echo[UPDATE], kept[UPDATE], size);
        Vectors.sum(drive[RESET], echo[RESET], kept[RESET], size);
        FloatCurves.sigmoid(kept[UPDATE], size);
        FloatCurves.sigmoid(kept[RESET], size);
        System.arraycopy(echo[CANDIDATE], 0, kept[HEARD], 0, size);
        System.arraycopy(drive[CANDIDATE], 0, kept[CANDIDATE], 0, size);
        Vectors.addProduct(kept[RESET], kept[HEARD], kept[CANDIDATE], size);
        FloatCurves.tanh(kept[CANDIDATE], size);
        Vectors.difference(state, kept[CANDIDATE], one, size);
        System.arraycopy(kept[CANDIDATE], 0, state, 0, size);
        Vectors.addProduct(kept[UPDATE], one, state, size);
    }

    @Override
    public void backward(float[][] kept, float[] before, float[] slope, float[][] drive, float[][] echo) {
        Vectors.productWithRest(slope, kept[UPDATE], one, size);
        Vectors.tanhSlope(one, kept[CANDIDATE], drive[CANDIDATE], size);
        Vectors.difference(before, kept[CANDIDATE], one, size);
        Vectors.scale(one, slope, size);
        Vectors.sigmoidSlope(one, kept[UPDATE], drive[UPDATE], size);
        Vectors.product(drive[CANDIDATE], kept[HEARD], two, size);
        Vectors.sigmoidSlope(two, kept[RESET], drive[RESET], size);
        Vectors.product(drive[CANDIDATE], kept[RESET], echo[CANDIDATE], size);
        System.arraycopy(drive[UPDATE], 0, echo[UPDATE], 0, size);
        System.arraycopy(drive[RESET], 0, echo[RESET], 0, size);
        Vectors.scale(slope, kept[UPDATE], size);
    }

    @Override
    public void undo(int from, int count) {}
}
