package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Log-mel spectrogram: Hann windows of 25 ms every 10 ms, or as far apart as is asked for and then half as long again, power spectrum, triangular filters evenly spaced on the mel scale
 * (2595 log10(1 + f / 700), S. Young et al., The HTK Book) between 0 and half the rate, natural logarithm.
 */
final class MelSpectrogram {

    private static final double WINDOW_SECONDS = 0.025;
    private static final double HOP_SECONDS = 0.010;
    /** Windows overlap, or what falls between them would not be heard. */
    private static final double OVERLAP = 1.5;

    /** About -60 dB of a full-scale tone: what is quieter is silence. */
    private static final double FLOOR = 1e-6;

    /** A triangle over the bins from {@code first} on. */
    private record Filter(int first, double[] weights) {}

    private final int rate;
    private final int mels;
    private final int hop;
    private final double[] window;
    private final Fft fft;
    private final int bins;
    private final Filter[] filters;

    MelSpectrogram(int rate, int mels) {
        this(rate, mels, HOP_SECONDS);
    }

    MelSpectrogram(int rate, int mels, double hopSeconds) {
        this.rate = rate;
        this.mels = mels;
        hop = Math.max(1, (int) Math.round(rate * hopSeconds));
        window = hann((int) Math.round(rate * Math.max(WINDOW_SECONDS, OVERLAP * hopSeconds)));
        var size = 2 * Integer.highestOneBit(2 * window.length - 1);
        fft = new Fft(size);
        bins = size / 2 + 1;
        filters = filters(rate, size, mels);
    }

    /** How many windows fit that many samples; at least one, padded with silence. */
    int frames(int samples) {
        return 1 + Math.max(0, samples - window.length) / hop;
    }

    /** From the begin of one window to that of the next. */
    double seconds() {
        return (double) hop / rate;
    }

    /** The middle of each band, in Hz. */
    double[] middles() {
        var top = mel(rate / 2.0);
        return IntStream.range(0, mels)
                .mapToDouble(m -> hertz(top * (m + 1) / (mels + 1)))
                .toArray();
    }

    /** The logarithm of each band's power, row-major [frames, mels]. */
    float[] of(float[] samples) {
        var frames = frames(samples.length);
        var spectrogram = new float[frames * mels];
        var real = new double[2 * (bins - 1)];
        var imaginary = new double[real.length];
        for (var frame = 0; frame < frames; frame++) {
            fill(real, imaginary, samples, frame * hop);
            fft.transform(real, imaginary);
            for (var mel = 0; mel < mels; mel++) {
                spectrogram[frame * mels + mel] = (float) Math.log(FLOOR + power(filters[mel], real, imaginary));
            }
        }
        return spectrogram;
    }

    private void fill(double[] real, double[] imaginary, float[] samples, int start) {
        Arrays.fill(real, 0);
        Arrays.fill(imaginary, 0);
        for (var i = 0; i < window.length && start + i < samples.length; i++) {
            real[i] = samples[start + i] * window[i];
        }
    }

    private static double power(Filter filter, double[] real, double[] imaginary) {
        var sum = 0.0;
        for (var i = 0; i < filter.weights().length; i++) {
            var bin = filter.first() + i;
            sum += filter.weights()[i] * (real[bin] * real[bin] + imaginary[bin] * imaginary[bin]);
        }
        return sum;
    }

    /** Scaled so that a full-scale tone has power near 1 in its band, whatever the rate. */
    private static double[] hann(int length) {
        var window = new double[length];
        for (var i = 0; i < length; i++) {
            window[i] = (0.5 - 0.5 * Math.cos(2 * Math.PI * i / length)) * 4 / length;
        }
        return window;
    }

    private static Filter[] filters(int rate, int size, int mels) {
        var filters = new Filter[mels];
        var top = mel(rate / 2.0);
        for (var m = 0; m < mels; m++) {
            var low = hertz(top * m / (mels + 1)) * size / rate;
            var center = hertz(top * (m + 1) / (mels + 1)) * size / rate;
            var high = hertz(top * (m + 2) / (mels + 1)) * size / rate;
            var first = (int) Math.ceil(low);
            var weights = new double[Math.min((int) high, size / 2) - first + 1];
            for (var i = 0; i < weights.length; i++) {
                var bin = first + i;
                weights[i] = Math.max(0, Math.min((bin - low) / (center - low), (high - bin) / (high - center)));
            }
            filters[m] = new Filter(first, weights);
        }
        return filters;
    }

    static double mel(double hertz) {
        return 2595 * Math.log10(1 + hertz / 700);
    }

    static double hertz(double mel) {
        return 700 * (Math.pow(10, mel / 2595) - 1);
    }
}
