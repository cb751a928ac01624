package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Check;
import io.polyphony.engine.tensor.Precision;
import io.polyphony.engine.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Pictures [batch, h, w, channels] stretched to [batch, height, width, channels]: every pixel takes the numbers of the one
 * that lies where it does (nearest neighbour). A picture of one pixel is spread over the whole.
 *
 * @param height of the result, at least that of the input
 * @param width of the result, at least that of the input
 */
public record Stretch2d(int height, int width) implements Primitive {
    public Stretch2d {
        Check.range("height", height, 1, 1 << 14);
        Check.range("width", width, 1, 1 << 14);
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        var x = inputs.get(0);
        ShapeMismatch.unless(
                x.rank() == 4 && x.extent(1) <= height && x.extent(2) <= width,
                "Stretch2d",
                inputs,
                "[batch, up to %d, up to %d, channels]".formatted(height, width));
        return Shape.of(x.extent(0), height, width, x.last());
    }

    @Override
    public boolean readsInput(int index) {
        return false;
    }

    @Override
    public String onnx(Twin twin) {
        var lines = twin.integers(sources(twin.shape(0).extent(1), height));
        var columns = twin.integers(sources(twin.shape(0).extent(2), width));
        var tall = twin.node("Gather", List.of(twin.input(0), lines), Attribute.whole("axis", 1));
        return twin.node("Gather", List.of(tall, columns), Attribute.whole("axis", 2));
    }

    /** Which of so few each of so many takes. */
    private static long[] sources(int few, int many) {
        var sources = new long[many];
        for (int i = 0; i < many; i++) {
            sources[i] = (long) i * few / many;
        }
        return sources;
    }

    @Override
    public Work bind(Site site) {
        var x = site.shape(0);
        boolean twofold = height == 2 * x.extent(1) && width == 2 * x.extent(2);
        return twofold && site.output().precision() == Precision.FLOAT ? new Stretch2dTwofold(site) : new Stretch(site);
    }

    private static final class Stretch implements Work {
        private final Site site;
        private final int lines;
        private final int channels;
        private final int[] sourceColumns;
        private final double[] narrow;
        private final double[] wide;
        private final double[] sum;

        Stretch(Site site) {
            this.site = site;
            var x = site.shape(0);
            lines = x.extent(1);
            channels = x.last();
            narrow = new double[x.extent(2) * channels];
            int columns = site.output().shape().extent(2);
            wide = new double[columns * channels];
            sum = new double[narrow.length];
            sourceColumns = new int[columns];
            for (int column = 0; column < columns; column++) {
                sourceColumns[column] = (int) ((long) column * x.extent(2) / columns) * channels;
            }
        }

        @Override
        public void forward(Pass pass) {
            int tall = site.output().shape().extent(1);
            for (int b = 0; b < site.shape(0).extent(0); b++) {
                int drawn = -1;
                for (int line = 0; line < tall; line++) {
                    int source = source(line, tall);
                    if (source != drawn) {
                        site.input(0).read((b * lines + source) * narrow.length, narrow, narrow.length);
                        widen();
                        drawn = source;
                    }
                    site.output().write((b * tall + line) * wide.length, wide, wide.length);
                }
            }
        }

        private int source(int line, int tall) {
            return (int) ((long) line * lines / tall);
        }

        private void widen() {
            for (int column = 0; column < sourceColumns.length; column++) {
                for (int c = 0; c < channels; c++) {
                    wide[column * channels + c] = narrow[sourceColumns[column] + c];
                }
            }
        }

        /** Every number's gradient is the sum over the pixels that took it. */
        @Override
        public void backward() {
            int tall = site.output().shape().extent(1);
            for (int b = 0; b < site.shape(0).extent(0); b++) {
                Arrays.fill(sum, 0);
                for (int line = 0; line < tall; line++) {
                    site.outputGradient().read((b * tall + line) * wide.length, wide, wide.length);
                    collect();
                    int source = source(line, tall);
                    if (line + 1 == tall || source(line + 1, tall) != source) {
                        site.inputGradient(0).write((b * lines + source) * sum.length, sum, sum.length);
                        Arrays.fill(sum, 0);
                    }
                }
            }
        }

        private void collect() {
            for (int column = 0; column < sourceColumns.length; column++) {
                for (int c = 0; c < channels; c++) {
                    sum[sourceColumns[column] + c] += wide[column * channels + c];
                }
            }
        }
    }
}
