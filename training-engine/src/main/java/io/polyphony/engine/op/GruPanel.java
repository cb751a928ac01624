package io.polyphony.engine.op;

/**
 * {@link Gru} by panels. Keeps update, reset, candidate and the candidate's echo.
 *
 * @param size rows times units
 */
record GruPanel(int size) implements PanelCell {

    @Override
    public void reset() {}

    @Override
    public void forward(float[] drive, float[] echo, float[] state, float[] kept) {
        int reset = size;
        int candidate = 2 * size;
        for (int i = 0; i < candidate; i++) {
            kept[i] = drive[i] + echo[i];
        }
        FloatCurves.sigmoid(kept, 0, candidate);
        System.arraycopy(echo, candidate, kept, 3 * size, size);
        System.arraycopy(drive, candidate, kept, candidate, size);
        for (int i = 0; i < size; i++) {
            kept[candidate + i] += kept[reset + i] * echo[candidate + i];
        }
        FloatCurves.tanh(kept, candidate, size);
        for (int i = 0; i < size; i++) {
            float n = kept[candidate + i];
            state[i] = n + kept[i] * (state[i] - n);
        }
    }

    @Override
    public void backward(float[] kept, float[] before, float[] slope, float[] drive, float[] echo) {
        int reset = size;
        int candidate = 2 * size;
        int heard = 3 * size;
        for (int i = 0; i < size; i++) {
            float n = kept[candidate + i];
            drive[candidate + i] = slope[i] * (1 - kept[i]) * (1 - n * n);
        }
        for (int i = 0; i < size; i++) {
            float gate = kept[i];
            drive[i] = slope[i] * (before[i] - kept[candidate + i]) * gate * (1 - gate);
            slope[i] *= gate;
        }
        System.arraycopy(drive, candidate, echo, candidate, size);
        for (int i = 0; i < size; i++) {
            float gate = kept[reset + i];
            drive[reset + i] = echo[candidate + i] * kept[heard + i] * gate * (1 - gate);
        }
        System.arraycopy(drive, 0, echo, 0, candidate);
        for (int i = 0; i < size; i++) {
            echo[candidate + i] *= kept[reset + i];
        }
    }

    @Override
    public void undo(int from, int count) {}
}
