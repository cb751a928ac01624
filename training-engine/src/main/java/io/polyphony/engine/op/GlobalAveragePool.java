package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/** The mean over height and width: [batch, height, width, channels] is [batch, channels]. */
public record GlobalAveragePool() implements Primitive {

    @Override
    public Shape shape(List<Shape> inputs) {
        var x = inputs.get(0);
        ShapeMismatch.unless(x.rank() == 4, "GlobalAveragePool", inputs, "[batch, height, width, channels]");
        return Shape.of(x.extent(0), x.last());
    }

    @Override
    public boolean readsInput(int index) {
        return false;
    }

    @Override
    public long flops(List<Shape> inputs) {
        return inputs.get(0).size();
    }

    @Override
    public Work bind(Site site) {
        int batch = site.shape(0).extent(0);
        int channels = site.shape(0).last();
        int pixels = site.shape(0).extent(1) * site.shape(0).extent(2);
        var picture = new double[pixels * channels];
        var mean = new double[channels];
        return new Work() {
            @Override
            public void forward(Pass pass) {
                for (int b = 0; b < batch; b++) {
                    site.input(0).read(b * picture.length, picture, picture.length);
                    Arrays.fill(mean, 0);
                    for (int p = 0; p < pixels; p++) {
                        for (int c = 0; c < channels; c++) {
                            mean[c] += picture[p * channels + c] / pixels;
                        }
                    }
                    site.output().write(b * channels, mean, channels);
                }
            }

            @Override
            public void backward() {
                for (int b = 0; b < batch; b++) {
                    site.outputGradient().read(b * channels, mean, channels);
                    for (int i = 0; i < picture.length; i++) {
                        picture[i] = mean[i % channels] / pixels;
                    }
                    site.inputGradient(0).write(b * picture.length, picture, picture.length);
                }
            }
        };
    }
}
