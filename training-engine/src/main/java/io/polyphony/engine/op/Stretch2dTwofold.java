package io.polyphony.engine.op;

/** {@link Stretch2d} to twice as many lines and columns in single precision, as a U-Net's decoder does at every scale. */
final class Stretch2dTwofold implements Work {
    private final Site site;
    private final int lines;
    private final int columns;
    private final int channels;
    private final float[] narrow;
    private final float[] wide;
    private final float[] lower;

    Stretch2dTwofold(Site site) {
        this.site = site;
        var x = site.shape(0);
        lines = x.extent(0) * x.extent(1);
        columns = x.extent(2);
        channels = x.last();
        narrow = new float[columns * channels];
        wide = new float[2 * narrow.length];
        lower = new float[wide.length];
    }

    @Override
    public void forward(Pass pass) {
        for (int line = 0; line < lines; line++) {
            site.input(0).read(line * narrow.length, narrow, 0, narrow.length);
            for (int x = 0; x < columns; x++) {
                System.arraycopy(narrow, x * channels, wide, 2 * x * channels, channels);
                System.arraycopy(narrow, x * channels, wide, (2 * x + 1) * channels, channels);
            }
            site.output().write(2 * line * wide.length, wide, 0, wide.length);
            site.output().write((2 * line + 1) * wide.length, wide, 0, wide.length);
        }
    }

    @Override
    public void backward() {
        for (int line = 0; line < lines; line++) {
            site.outputGradient().read(2 * line * wide.length, wide, 0, wide.length);
            site.outputGradient().read((2 * line + 1) * wide.length, lower, 0, lower.length);
            for (int i = 0; i < wide.length; i++) {
                wide[i] += lower[i];
            }
            for (int x = 0; x < columns; x++) {
                int left = 2 * x * channels;
                for (int c = 0; c < channels; c++) {
                    narrow[x * channels + c] = wide[left + c] + wide[left + channels + c];
                }
            }
            site.inputGradient(0).write(line * narrow.length, narrow, 0, narrow.length);
        }
    }
}
