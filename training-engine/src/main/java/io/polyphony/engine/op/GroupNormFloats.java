package io.polyphony.engine.op;

import java.util.Arrays;

/**
 * {@link GroupNorm} in single precision. What there is one of per channel stands repeated in blocks of many pixels, so that
 * every loop is long, and so are sums, per place of a block.
 */
final class GroupNormFloats implements Work {
    private static final int BLOCK = 512;

    private final Site site;
    private final int groups;
    private final boolean rectified;
    private final int batch;
    private final int channels;
    private final int size;
    private final Blocks x;
    private final Blocks y;
    private final float[] gain;
    private final float[] shift;
    private final double[] means;
    private final double[] scales;
    private final Channels mean;
    private final Channels factor;
    private final Channels own;
    private final Channels offset;
    private final ChannelSums sums;
    private final ChannelSums products;
    private final double[] gainGradient;
    private final double[] shiftGradient;

    GroupNormFloats(Site site, GroupNorm norm) {
        this.site = site;
        groups = norm.groups();
        rectified = norm.rectified();
        batch = site.shape(0).extent(0);
        channels = site.shape(0).last();
        size = site.shape(0).size() / batch;
        gain = new float[channels];
        shift = new float[channels];
        means = new double[batch * groups];
        scales = new double[batch * groups];
        int block = Math.min(size, Math.max(1, BLOCK / channels) * channels);
        x = new Blocks(size, block);
        y = new Blocks(size, block);
        mean = new Channels(channels, block);
        factor = new Channels(channels, block);
        own = new Channels(channels, block);
        offset = new Channels(channels, block);
        sums = new ChannelSums(channels, block);
        products = new ChannelSums(channels, block);
        gainGradient = new double[channels];
        shiftGradient = new double[channels];
    }

    @Override
    public void forward(Pass pass) {
        site.input(1).read(0, gain, 0, channels);
        site.input(2).read(0, shift, 0, channels);
        for (int b = 0; b < batch; b++) {
            x.read(site.input(0), b * size);
            sums.clear();
            for (int i = 0; i < x.count(); i++) {
                Vectors.add(sums.block(), x.get(i), x.length(i));
            }
            centre(b);
            for (int i = 0; i < x.count(); i++) {
                Vectors.addSquares(x.get(i), mean.block(), sums.block(), x.length(i));
            }
            normalise(b);
            for (int i = 0; i < x.count(); i++) {
                finish(x.get(i), x.length(i));
            }
            x.write(site.output(), b * size);
        }
    }

    private void finish(float[] block, int length) {
        if (rectified) {
            Vectors.scaleShiftAndRectify(block, factor.block(), offset.block(), length);
        } else {
            Vectors.scaleAndShift(block, factor.block(), offset.block(), length);
        }
    }

    /** From the sums of a row to its means. */
    private void centre(int b) {
        sums.fold();
        for (int g = 0; g < groups; g++) {
            means[b * groups + g] = total(sums, g) * groups / size;
        }
        spreadMeans(b);
        sums.clear();
    }

    private double total(ChannelSums all, int group) {
        double total = 0;
        for (int c = first(group); c < first(group + 1); c++) {
            total += all.sum(c);
        }
        return total;
    }

    private int first(int group) {
        return group * (channels / groups);
    }

    private void spreadMeans(int b) {
        for (int g = 0; g < groups; g++) {
            for (int c = first(g); c < first(g + 1); c++) {
                mean.put(c, (float) means[b * groups + g]);
            }
        }
        mean.spread();
    }

    /** From the sums of squares of a row to what it is scaled and shifted by. */
    private void normalise(int b) {
        sums.fold();
        for (int g = 0; g < groups; g++) {
            scales[b * groups + g] = 1 / Math.sqrt(total(sums, g) * groups / size + GroupNorm.EPSILON);
        }
        spreadLines(b);
    }

    /** What a row's numbers are scaled and shifted by. */
    private void spreadLines(int b) {
        for (int g = 0; g < groups; g++) {
            int place = b * groups + g;
            for (int c = first(g); c < first(g + 1); c++) {
                double scale = gain[c] * scales[place];
                factor.put(c, (float) scale);
                offset.put(c, (float) (shift[c] - scale * means[place]));
            }
        }
        factor.spread();
        offset.spread();
    }

    /** Where the result is not above zero, nothing comes back. */
    private void gate(int b) {
        spreadLines(b);
        for (int i = 0; i < x.count(); i++) {
            Vectors.gateByLine(x.get(i), factor.block(), offset.block(), y.get(i), x.length(i));
        }
    }

    @Override
    public void backward() {
        site.input(1).read(0, gain, 0, channels);
        if (rectified) {
            site.input(2).read(0, shift, 0, channels);
        }
        Arrays.fill(gainGradient, 0);
        Arrays.fill(shiftGradient, 0);
        for (int b = 0; b < batch; b++) {
            x.read(site.input(0), b * size);
            y.read(site.outputGradient(), b * size);
            if (rectified) {
                gate(b);
            }
            spreadMeans(b);
            sums.clear();
            products.clear();
            for (int i = 0; i < x.count(); i++) {
                Vectors.add(sums.block(), y.get(i), y.length(i));
                Vectors.addCentredProduct(x.get(i), mean.block(), y.get(i), products.block(), x.length(i));
            }
            slopes(b);
            for (int i = 0; i < x.count() && site.wants(0); i++) {
                Vectors.plane(x.get(i), own.block(), y.get(i), factor.block(), offset.block(), x.length(i));
            }
            if (site.wants(0)) {
                y.write(site.inputGradient(0), b * size);
            }
        }
        write(1, gainGradient);
        write(2, shiftGradient);
    }

    private void slopes(int b) {
        sums.fold();
        products.fold();
        for (int g = 0; g < groups; g++) {
            slope(b * groups + g, g);
        }
        factor.spread();
        own.spread();
        offset.spread();
    }

    /** dx = scale (gain dy - mean(gain dy) - x^ mean(gain dy x^)), as factor dy + own x + offset. */
    private void slope(int place, int group) {
        double count = (double) size / groups;
        double scale = scales[place];
        double sum = 0;
        double dot = 0;
        for (int c = first(group); c < first(group + 1); c++) {
            double normalised = scale * products.sum(c);
            gainGradient[c] += normalised;
            shiftGradient[c] += sums.sum(c);
            sum += gain[c] * sums.sum(c);
            dot += gain[c] * normalised;
        }
        double pull = scale * scale * dot / count;
        for (int c = first(group); c < first(group + 1); c++) {
            factor.put(c, (float) (scale * gain[c]));
            own.put(c, (float) -pull);
            offset.put(c, (float) (pull * means[place] - scale * sum / count));
        }
    }

    private void write(int input, double[] gradient) {
        if (site.wants(input)) {
            site.inputGradient(input).write(0, gradient, channels);
        }
    }
}
