package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Kernel;
import java.util.Arrays;

/**
 * The way back through a convolution over a sequence, number by number where hardly any of the result's gradient is not zero, as
 * behind a maximum over time, which lets one step of each filter pass; a library multiplies all the zeros. Which way is taken depends
 * on the numbers alone.
 */
final class FewSlopes implements Kernel {
    /** Of so many numbers at most one is not zero. A library does some ten products in the time of one here. */
    private static final int SELDOM = 24;

    private final Site site;
    private final Kernel dense;
    private final int batch;
    private final int steps;
    private final int taps;
    private final int channels;
    private final int filters;
    private final int before;
    private final float[] slopes;
    private final float[] weights;
    private final float[] biasSlopes;
    private final float[][] x;
    private final float[][] xSlopes;
    private final float[][] byFilter;
    private final float[][] filterSlopes;

    private FewSlopes(Site site, Kernel dense) {
        this.site = site;
        this.dense = dense;
        batch = site.shape(0).extent(0);
        steps = site.shape(0).extent(2);
        channels = site.shape(0).last();
        taps = site.shape(1).extent(1);
        filters = site.shape(1).last();
        before = (taps - 1) / 2;
        slopes = new float[steps * filters];
        weights = new float[taps * channels * filters];
        biasSlopes = new float[filters];
        x = new float[steps][channels];
        xSlopes = new float[steps][channels];
        byFilter = new float[filters * taps][channels];
        filterSlopes = new float[filters * taps][channels];
    }

    /** @param dense what does it however many are zero */
    static Kernel unless(Site site, Kernel dense) {
        var x = site.shape(0);
        return x.extent(1) == 1 && site.shape(1).extent(0) == 1 && x.extent(2) >= SELDOM
                ? new FewSlopes(site, dense)
                : dense;
    }

    @Override
    public void run() {
        if (!few()) {
            dense.run();
            return;
        }
        prepare();
        for (int row = 0; row < batch; row++) {
            back(row);
        }
        finish();
    }

    private boolean few() {
        int left = batch * slopes.length / SELDOM;
        for (int row = 0; row < batch; row++) {
            site.outputGradient().read(row * slopes.length, slopes, 0, slopes.length);
            for (float slope : slopes) {
                left -= slope == 0 ? 0 : 1;
            }
            if (left < 0) {
                return false;
            }
        }
        return true;
    }

    private void prepare() {
        site.input(1).read(0, weights, 0, weights.length);
        for (int i = 0; i < weights.length; i++) {
            byFilter[i % filters * taps + i / filters / channels][i / filters % channels] = weights[i];
        }
        for (var vector : filterSlopes) {
            Arrays.fill(vector, 0);
        }
        Arrays.fill(biasSlopes, 0);
    }

    private void back(int row) {
        site.outputGradient().read(row * slopes.length, slopes, 0, slopes.length);
        for (int step = 0; step < steps; step++) {
            site.input(0).read((row * steps + step) * channels, x[step], 0, channels);
            Arrays.fill(xSlopes[step], 0);
        }
        for (int i = 0; i < slopes.length; i++) {
            if (slopes[i] != 0) {
                back(slopes[i], i / filters, i % filters);
            }
        }
        for (int step = 0; site.wants(0) && step < steps; step++) {
            site.inputGradient(0).write((row * steps + step) * channels, xSlopes[step], 0, channels);
        }
    }

    private void back(float slope, int step, int filter) {
        biasSlopes[filter] += slope;
        int first = Math.max(0, before - step);
        int last = Math.min(taps, steps + before - step);
        for (int tap = first; tap < last; tap++) {
            int at = step + tap - before;
            Vectors.addScaled(slope, x[at], filterSlopes[filter * taps + tap], channels);
            Vectors.addScaled(slope, byFilter[filter * taps + tap], xSlopes[at], channels);
        }
    }

    private void finish() {
        if (site.wants(1)) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = filterSlopes[i % filters * taps + i / filters / channels][i / filters % channels];
            }
            site.inputGradient(1).write(0, weights, 0, weights.length);
        }
        if (site.wants(2)) {
            site.inputGradient(2).write(0, biasSlopes, 0, filters);
        }
    }

    @Override
    public long bytes() {
        return dense.bytes();
    }

    @Override
    public void close() {
        dense.close();
    }
}
