package io.polyphony.engine.op;

import java.util.Arrays;

/** {@link Concat} of narrow parts in single precision: many rows at once, since copying a row costs more than its numbers do. */
final class ConcatFloats implements Work {
    private static final int CHUNK = 1 << 12;

    private final Site site;
    private final int[] widths;
    private final int rows;
    private final int stride;
    private final int most;
    private final float[] whole;
    private final float[] part;

    ConcatFloats(Site site) {
        this.site = site;
        var inputs = site.facts().inputs();
        widths = inputs.stream().mapToInt(shape -> shape.last()).toArray();
        rows = inputs.getFirst().rows();
        stride = Arrays.stream(widths).sum();
        most = Math.clamp(CHUNK / stride, 1, rows);
        whole = new float[most * stride];
        part = new float[most * Arrays.stream(widths).max().orElse(0)];
    }

    @Override
    public void forward(Pass pass) {
        for (int from = 0; from < rows; from += most) {
            int count = Math.min(most, rows - from);
            int at = 0;
            for (int i = 0; i < widths.length; i++) {
                site.input(i).read(from * widths[i], part, 0, count * widths[i]);
                place(count, widths[i], at);
                at += widths[i];
            }
            site.output().write(from * stride, whole, 0, count * stride);
        }
    }

    private void place(int count, int width, int at) {
        for (int row = 0; row < count; row++) {
            System.arraycopy(part, row * width, whole, row * stride + at, width);
        }
    }

    @Override
    public void backward() {
        for (int from = 0; from < rows; from += most) {
            int count = Math.min(most, rows - from);
            site.outputGradient().read(from * stride, whole, 0, count * stride);
            int at = 0;
            for (int i = 0; i < widths.length; i++) {
                if (site.wants(i)) {
                    take(count, widths[i], at);
                    site.inputGradient(i).write(from * widths[i], part, 0, count * widths[i]);
                }
                at += widths[i];
            }
        }
    }

    private void take(int count, int width, int at) {
        for (int row = 0; row < count; row++) {
            System.arraycopy(whole, row * stride + at, part, row * width, width);
        }
    }
}
