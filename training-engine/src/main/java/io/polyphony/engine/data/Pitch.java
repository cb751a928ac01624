package io.polyphony.engine.data;

import java.util.Arrays;

/**
 * How high a voice or an instrument sounds, window by window: the lag, of those of 60 to 500 Hz, after which the window is
 * most like itself (Boersma 1993, "Accurate short-term analysis of the fundamental frequency": the autocorrelation of the
 * window of sound divided by that of the window itself, and a parabola through the best lag and its neighbours). Samples are
 * averaged to about 8000 a second, which is enough for that and takes half of the time.
 */
final class Pitch {
    /** Two periods of a low voice. */
    private static final double WINDOW_SECONDS = 0.04;

    private static final double LOWEST = 60;
    private static final double HIGHEST = 500;
    private static final double LEAST_POWER = 1e-9;
    /** Keeps the last lags, of which the window has hardly any, from looking most alike. */
    private static final double LEAST_SHARE = 1e-3;

    /** After two periods a tone is as much like itself as after one: of both the shorter is meant (Boersma's octave cost). */
    private static final double OCTAVE_COST = 0.01;

    private static final int ENOUGH = 8000;

    /** Samples that are averaged to one. */
    private final int step;

    private final double rate;
    private final int hop;
    private final double[] window;
    private final Fft fft;
    private final int size;
    private final double[] ofWindow;

    /**
     * Of a recording, by window.
     *
     * @param height natural logarithm of Hz
     * @param likeness how much the window is like itself after one period, about 0 (noise) to 1 (a tone)
     * @param power mean square of the samples
     */
    record Course(double[] height, double[] likeness, double[] power) {}

    Pitch(int rate, double hopSeconds) {
        step = Math.max(1, rate / ENOUGH);
        this.rate = (double) rate / step;
        hop = Math.max(1, (int) Math.round(this.rate * hopSeconds));
        int length = Math.max(4, (int) Math.round(this.rate * WINDOW_SECONDS));
        window = new double[length];
        Arrays.setAll(window, i -> 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length));
        size = 2 * Integer.highestOneBit(2 * length - 1);
        fft = new Fft(size);
        ofWindow = autocorrelation(Arrays.copyOf(window, size));
    }

    Course of(float[] recording) {
        var samples = averaged(recording);
        int frames = 1 + Math.max(0, samples.length - window.length) / hop;
        var course = new Course(new double[frames], new double[frames], new double[frames]);
        for (int frame = 0; frame < frames; frame++) {
            var part = centred(samples, frame * hop);
            course.power()[frame] = Arrays.stream(part).map(x -> x * x).sum() / window.length;
            for (int i = 0; i < window.length; i++) {
                part[i] *= window[i];
            }
            find(autocorrelation(part), course, frame);
        }
        return course;
    }

    private float[] averaged(float[] recording) {
        var averaged = new float[Math.ceilDiv(recording.length, step)];
        for (int i = 0; i < recording.length; i++) {
            averaged[i / step] += recording[i] / step;
        }
        return averaged;
    }

    /** The window without what is constant in it. */
    private double[] centred(float[] samples, int start) {
        var part = new double[size];
        int there = Math.min(window.length, samples.length - start);
        double mean = 0;
        for (int i = 0; i < there; i++) {
            part[i] = samples[start + i];
            mean += part[i] / window.length;
        }
        for (int i = 0; i < window.length; i++) {
            part[i] -= mean;
        }
        return part;
    }

    private void find(double[] alike, Course course, int frame) {
        int last = Math.min(window.length - 1, (int) (rate / LOWEST));
        int best = Math.clamp((int) (rate / HIGHEST), 1, last);
        double most = merit(alike, best);
        for (int lag = best + 1; lag < last; lag++) {
            double merit = merit(alike, lag);
            if (merit > most) {
                most = merit;
                best = lag;
            }
        }
        course.height()[frame] = Math.log(rate / (best + beside(alike, best)));
        course.likeness()[frame] = likeness(alike, best);
    }

    private double merit(double[] alike, int lag) {
        return likeness(alike, lag)
                + slope(alike, lag) * beside(alike, lag) / 2
                - OCTAVE_COST * Math.log(lag) / Math.log(2);
    }

    /** Where the parabola through a lag's likeness and its neighbours' is highest, from that lag; 0 where it is nearer to another. */
    private double beside(double[] alike, int lag) {
        double bend = likeness(alike, lag - 1) - 2 * likeness(alike, lag) + likeness(alike, lag + 1);
        double beside = bend < 0 ? -slope(alike, lag) / bend : 1;
        return Math.abs(beside) <= 0.5 ? beside : 0;
    }

    private double slope(double[] alike, int lag) {
        return (likeness(alike, lag + 1) - likeness(alike, lag - 1)) / 2;
    }

    private double likeness(double[] alike, int lag) {
        return alike[lag] / (alike[0] + LEAST_POWER) / (ofWindow[lag] / ofWindow[0] + LEAST_SHARE);
    }

    /** By the theorem of Wiener and Khinchin; the argument is written over. */
    private double[] autocorrelation(double[] real) {
        var imaginary = new double[size];
        fft.transform(real, imaginary);
        for (int i = 0; i < size; i++) {
            real[i] = (real[i] * real[i] + imaginary[i] * imaginary[i]) / size;
            imaginary[i] = 0;
        }
        fft.transform(real, imaginary);
        return real;
    }
}
