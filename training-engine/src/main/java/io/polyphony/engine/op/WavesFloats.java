package io.polyphony.engine.op;

import java.util.Arrays;

/** {@link Waves} in single precision: all waves of a row at once, so that every loop is long. */
final class WavesFloats implements Work {
    private static final float TURN = (float) (2 * Math.PI);
    private static final float QUARTER = 0.25f;
    private final Site site;
    private final int batch;
    private final int numbers;
    private final int waves;
    private final float[] row;
    private final float[] spread;
    private final float[] frequencies;
    private final float[] phases;
    private final float[] turns;
    private final float[] slopes;
    private final float[] frequencySlopes;
    private final float[] phaseSlopes;

    WavesFloats(Site site) {
        this.site = site;
        batch = site.shape(0).extent(0);
        numbers = site.shape(0).last();
        waves = site.shape(1).last();
        int all = numbers * waves;
        row = new float[numbers];
        spread = new float[all];
        frequencies = new float[all];
        phases = new float[all];
        turns = new float[all];
        slopes = new float[all];
        frequencySlopes = new float[all];
        phaseSlopes = new float[all];
    }

    @Override
    public void forward(Pass pass) {
        load();
        for (int b = 0; b < batch; b++) {
            turn(b, QUARTER);
            site.output().write(b * turns.length, turns, 0, turns.length);
        }
    }

    @Override
    public void backward() {
        load();
        Arrays.fill(frequencySlopes, 0);
        Arrays.fill(phaseSlopes, 0);
        for (int b = 0; b < batch; b++) {
            turn(b, 0);
            site.outputGradient().read(b * slopes.length, slopes, 0, slopes.length);
            descend(turns, slopes, slopes.length);
            Vectors.add(phaseSlopes, slopes, slopes.length);
            Vectors.addProduct(slopes, spread, frequencySlopes, slopes.length);
            if (site.wants(0)) {
                gather();
                site.inputGradient(0).write(b * numbers, row, 0, numbers);
            }
        }
        if (site.wants(1)) {
            site.inputGradient(1).write(0, frequencySlopes, 0, frequencySlopes.length);
        }
        if (site.wants(2)) {
            site.inputGradient(2).write(0, phaseSlopes, 0, phaseSlopes.length);
        }
    }

    private void load() {
        site.input(1).read(0, frequencies, 0, frequencies.length);
        site.input(2).read(0, phases, 0, phases.length);
    }

    /** The sines of the row's angles, so far ahead. */
    private void turn(int b, float ahead) {
        site.input(0).read(b * numbers, row, 0, numbers);
        for (int n = 0; n < numbers; n++) {
            Arrays.fill(spread, n * waves, (n + 1) * waves, row[n]);
        }
        angles(ahead, frequencies, spread, phases, turns, turns.length);
        FloatCurves.sineOfTurns(turns, turns.length);
    }

    private static void angles(float ahead, float[] factors, float[] x, float[] more, float[] turns, int count) {
        for (int i = 0; i < count; i++) {
            turns[i] = factors[i] * x[i] + more[i] + ahead;
        }
    }

    /** The slope of a cosine is minus its sine. */
    private static void descend(float[] sines, float[] slopes, int count) {
        for (int i = 0; i < count; i++) {
            slopes[i] *= -TURN * sines[i];
        }
    }

    /** What the waves of each number say of it. */
    private void gather() {
        Vectors.scale(slopes, frequencies, slopes.length);
        for (int n = 0; n < numbers; n++) {
            float sum = 0;
            for (int i = n * waves; i < (n + 1) * waves; i++) {
                sum += slopes[i];
            }
            row[n] = sum;
        }
    }
}
