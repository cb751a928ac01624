package io.polyphony.engine.op;

import io.polyphony.engine.tensor.Kernel;
import io.polyphony.engine.tensor.Shape;
import io.polyphony.engine.tensor.Tensor;
import java.util.Arrays;

/** Lays out, for every pixel, the k x k x channels numbers around it as one row; zeros beyond the border. */
final class Patches implements Kernel {
    private final Tensor pictures;
    private final Tensor rows;
    private final int kernel;
    private final int height;
    private final int width;
    private final int channels;
    private final float[] picture;
    private final float[] patches;

    Patches(Tensor pictures, Tensor rows, int kernel) {
        this.pictures = pictures;
        this.rows = rows;
        this.kernel = kernel;
        this.height = pictures.shape().extent(1);
        this.width = pictures.shape().extent(2);
        this.channels = pictures.shape().last();
        this.picture = new float[height * width * channels];
        this.patches = new float[height * width * rows.shape().last()];
    }

    static Shape shape(Shape pictures, int kernel) {
        return Shape.of(pictures.rows(), kernel * kernel * pictures.last());
    }

    @Override
    public void run() {
        for (int i = 0; i < pictures.shape().extent(0); i++) {
            pictures.read(i * picture.length, picture, 0, picture.length);
            for (int y = 0; y < height; y++) {
                for (int dy = 0; dy < kernel; dy++) {
                    fillLine(y, dy);
                }
            }
            rows.write(i * patches.length, patches, 0, patches.length);
        }
    }

    /** One kernel line of every patch along a picture's line. */
    private void fillLine(int y, int dy) {
        int line = kernel * channels;
        int size = kernel * line;
        int source = y + dy - kernel / 2;
        boolean outside = source < 0 || source >= height;
        for (int x = 0; x < width; x++) {
            int target = (y * width + x) * size + dy * line;
            int left = x - kernel / 2;
            if (outside) {
                Arrays.fill(patches, target, target + line, 0f);
            } else if (left >= 0 && left + kernel <= width) {
                copy((source * width + left) * channels, target, line);
            } else {
                fillBorder(source, left, target);
            }
        }
    }

    private void fillBorder(int source, int left, int target) {
        for (int dx = 0; dx < kernel; dx++) {
            int column = left + dx;
            for (int c = 0; c < channels; c++) {
                patches[target + dx * channels + c] =
                        column < 0 || column >= width ? 0f : picture[(source * width + column) * channels + c];
            }
        }
    }

    /** Lines are a few numbers long: a loop beats arraycopy. */
    private void copy(int from, int to, int count) {
        for (int i = 0; i < count; i++) {
            patches[to + i] = picture[from + i];
        }
    }
}
