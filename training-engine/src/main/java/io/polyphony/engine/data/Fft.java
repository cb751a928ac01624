package io.polyphony.engine.data;

/** Discrete Fourier transform of a power-of-two length; Cooley and Tukey, in place. */
final class Fft {

    private final int size;
    private final double[] cosine;
    private final double[] sine;

    Fft(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("The length (%d) is no power of two.".formatted(size));
        }
        this.size = size;
        cosine = new double[size / 2];
        sine = new double[size / 2];
        for (var i = 0; i < size / 2; i++) {
            cosine[i] = Math.cos(2 * Math.PI * i / size);
            sine[i] = -Math.sin(2 * Math.PI * i / size);
        }
    }

    /** Sum over t of x[t] exp(-2 pi i k t / size), for every k. */
    void transform(double[] real, double[] imaginary) {
        reorder(real, imaginary);
        for (var half = 1; half < size; half *= 2) {
            for (var start = 0; start < size; start += 2 * half) {
                for (var k = 0; k < half; k++) {
                    butterfly(real, imaginary, start + k, start + k + half, k * (size / 2 / half));
                }
            }
        }
    }

    private void butterfly(double[] real, double[] imaginary, int a, int b, int turn) {
        var r = real[b] * cosine[turn] - imaginary[b] * sine[turn];
        var i = real[b] * sine[turn] + imaginary[b] * cosine[turn];
        real[b] = real[a] - r;
        imaginary[b] = imaginary[a] - i;
        real[a] += r;
        imaginary[a] += i;
    }

    private void reorder(double[] real, double[] imaginary) {
        var shift = 32 - Integer.numberOfTrailingZeros(size);
        for (var i = 1; i < size; i++) {
            var j = Integer.reverse(i) >>> shift;
            if (j > i) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        var kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
