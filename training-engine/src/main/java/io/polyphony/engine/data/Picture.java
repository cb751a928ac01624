package io.polyphony.engine.data;

/**
 * A decoded image.
 *
 * @param values in [0, 1], row-major [height, width, channels]
 */
record Picture(int height, int width, int channels, float[] values) {

    /** Resized with its aspect kept so that it just fits a square of that size, centred; where it does not reach, the border is {@code fill} per channel. */
    Picture fitted(int size, float[] fill) {
        return scaled(size).centred(size, fill);
    }

    /** Resized with its aspect kept so that it just fits a square of that size. */
    Picture scaled(int size) {
        var box = new Letterbox(height, width, size);
        return resizedRows(box.tall()).transposed().resizedRows(box.wide()).transposed();
    }

    /** In the middle of a square that it fits; {@code fill} per channel around it. */
    Picture centred(int size, float[] fill) {
        if (height == size && width == size) {
            return this;
        }
        var square = new float[size * size * channels];
        for (var i = 0; i < square.length; i++) {
            square[i] = fill[i % channels];
        }
        var top = (size - height) / 2;
        var left = (size - width) / 2;
        for (var y = 0; y < height; y++) {
            System.arraycopy(
                    values, y * width * channels, square, ((top + y) * size + left) * channels, width * channels);
        }
        return new Picture(size, size, channels, square);
    }

    /** A triangle filter as wide as the step between rows: bilinear when enlarging, free of aliasing when shrinking. */
    private Picture resizedRows(int rows) {
        if (rows == height) {
            return this;
        }
        var line = width * channels;
        var resized = new float[rows * line];
        var step = height / (double) rows;
        var reach = Math.max(1, step);
        for (var row = 0; row < rows; row++) {
            var center = (row + 0.5) * step - 0.5;
            addWeighted(resized, row * line, center, reach);
        }
        return new Picture(rows, width, channels, resized);
    }

    private void addWeighted(float[] target, int start, double center, double reach) {
        var first = Math.max(0, (int) Math.ceil(center - reach));
        var last = Math.min(height - 1, (int) Math.floor(center + reach));
        var total = 0.0;
        for (var y = first; y <= last; y++) {
            total += 1 - Math.abs(y - center) / reach;
        }
        var line = width * channels;
        for (var y = first; y <= last; y++) {
            var weight = (float) ((1 - Math.abs(y - center) / reach) / total);
            for (var x = 0; x < line; x++) {
                target[start + x] += weight * values[y * line + x];
            }
        }
    }

    /** As it may be kept. */
    Decoded decoded() {
        return new Decoded(new int[] {height, width, channels}, values);
    }

    /** As it was kept. */
    static Picture of(Decoded decoded) {
        return new Picture(decoded.shape()[0], decoded.shape()[1], decoded.shape()[2], decoded.values());
    }

    private Picture transposed() {
        var turned = new float[values.length];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                System.arraycopy(values, (y * width + x) * channels, turned, (x * height + y) * channels, channels);
            }
        }
        return new Picture(width, height, channels, turned);
    }
}
