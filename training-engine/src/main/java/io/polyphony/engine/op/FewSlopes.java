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
    /** One row of the sequence with the zeros before and behind it, so that what a filter sees at any step is one stretch. */
    private final float[] x;

    private final float[] xSlopes;
    private final float[] window;
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
        x = new float[(steps + taps - 1) * channels];
        xSlopes = new float[x.length];
        window = new float[taps * channels];
        byFilter = new float[filters][window.length];
        filterSlopes = new float[filters][window.length];
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
        for (int i = 0; i < window.length; i++) {
            for (int filter = 0; filter < filters; filter++) {
                byFilter[filter][i] = weights[i * filters + filter];
            }
        }
        for (var stretch : filterSlopes) {
            Arrays.fill(stretch, 0);
        }
        Arrays.fill(biasSlopes, 0);
    }

    private void back(int row) {
        int size = steps * channels;
        site.outputGradient().read(row * slopes.length, slopes, 0, slopes.length);
        site.input(0).read(row * size, x, before * channels, size);
        Arrays.fill(xSlopes, 0);
        for (int i = 0; i < slopes.length; i++) {
            if (slopes[i] != 0) {
                back(slopes[i], i / filters, i % filters);
            }
        }
        if (site.wants(0)) {
            site.inputGradient(0).write(row * size, xSlopes, before * channels, size);
        }
    }

    private void back(float slope, int step, int filter) {
        biasSlopes[filter] += slope;
        int at = step * channels;
        System.arraycopy(x, at, window, 0, window.length);
        Vectors.addScaled(slope, window, filterSlopes[filter], window.length);
        System.arraycopy(xSlopes, at, window, 0, window.length);
        Vectors.addScaled(slope, byFilter[filter], window, window.length);
        System.arraycopy(window, 0, xSlopes, at, window.length);
    }

    private void finish() {
        if (site.wants(1)) {
            for (int i = 0; i < window.length; i++) {
                for (int filter = 0; filter < filters; filter++) {
                    weights[i * filters + filter] = filterSlopes[filter][i];
                }
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
