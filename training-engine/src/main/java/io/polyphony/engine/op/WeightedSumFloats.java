package io.polyphony.engine.op;

import java.util.Arrays;

/** {@link WeightedSum} in single precision, for one weight per member. */
final class WeightedSumFloats implements Work {
    private final Site site;
    private final int batch;
    private final int width;
    private final float[] weights;
    private final Members values;
    private final Members slopes;
    private final float[] sum;

    WeightedSumFloats(Site site) {
        this.site = site;
        batch = site.shape(1).extent(0);
        width = site.shape(1).last();
        int count = site.shape(1).extent(1);
        weights = new float[count];
        values = new Members(count, width);
        slopes = new Members(count, width);
        sum = new float[width];
    }

    @Override
    public void forward(Pass pass) {
        for (int b = 0; b < batch; b++) {
            site.input(0).read(b * weights.length, weights, 0, weights.length);
            values.read(site.input(1), b);
            Arrays.fill(sum, 0f);
            for (int m = 0; m < weights.length; m++) {
                Vectors.addScaled(weights[m], values.get(m), sum, width);
            }
            site.output().write(b * width, sum, 0, width);
        }
    }

    @Override
    public void backward() {
        for (int b = 0; b < batch; b++) {
            site.outputGradient().read(b * width, sum, 0, width);
            if (site.wants(1)) {
                site.input(0).read(b * weights.length, weights, 0, weights.length);
                for (int m = 0; m < weights.length; m++) {
                    Vectors.scaled(weights[m], sum, slopes.get(m), width);
                }
                slopes.write(site.inputGradient(1), b);
            }
            if (site.wants(0)) {
                values.read(site.input(1), b);
                for (int m = 0; m < weights.length; m++) {
                    weights[m] = dot(values.get(m));
                }
                site.inputGradient(0).write(b * weights.length, weights, 0, weights.length);
            }
        }
    }

    private float dot(float[] member) {
        double dot = 0;
        for (int j = 0; j < width; j++) {
            dot += (double) member[j] * sum[j];
        }
        return (float) dot;
    }
}
