package io.polyphony.engine.data;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a recording of any length is like on the whole (Eyben, Wöllmer and Schuller 2010, "openSMILE": functionals of low-level
 * descriptors): of every mel band the mean, the deviation, how far it moves from one window to the next, and its mean in each
 * third of the recording; of the first cepstral coefficients deviation and movement; and of the pitch, where something sounds,
 * mean, deviation and three quantiles, with how much sounds and how clearly.
 */
final class Functionals {
    private static final int THIRDS = 3;
    private static final int MOST_CEPSTRA = 20;
    private static final int PITCHES = 8;

    /** A window sounds when it is so much like itself, and not among the quietest. */
    private static final double SOUNDING = 0.5;

    private static final double QUIET = 0.3;
    /** Natural logarithm of Hz, where nothing sounds: between a man's and a woman's voice. */
    private static final double NOTHING = 5;

    private final MelSpectrogram spectrogram;
    private final Pitch pitch;
    private final int mels;
    private final double[][] cosines;

    Functionals(AudioLook look) {
        spectrogram = look.spectrogram();
        pitch = new Pitch(look.rate(), look.hop());
        mels = look.mels();
        cosines = cosines(mels);
    }

    /** How many numbers a recording becomes. */
    static int count(int mels) {
        return (3 + THIRDS) * mels + 2 * cepstra(mels) + PITCHES;
    }

    float[] of(float[] samples) {
        var bands = columns(spectrogram.of(samples));
        var all = FloatBuffer.allocate(count(mels));
        for (var band : bands) {
            put(all, mean(band, 0, band.length), Moments.of(band).deviation(), movement(band));
            for (int third = 0; third < THIRDS; third++) {
                put(all, mean(band, third * band.length / THIRDS, Math.ceilDiv((third + 1) * band.length, THIRDS)));
            }
        }
        for (var cosine : cosines) {
            var cepstrum = cepstrum(bands, cosine);
            put(all, Moments.of(cepstrum).deviation(), movement(cepstrum));
        }
        tell(pitch.of(samples), all);
        return all.array();
    }

    private static void put(FloatBuffer all, double... numbers) {
        for (double number : numbers) {
            all.put((float) number);
        }
    }

    private double[][] columns(float[] spectrogram) {
        var columns = new double[mels][spectrogram.length / mels];
        for (int i = 0; i < spectrogram.length; i++) {
            columns[i % mels][i / mels] = spectrogram[i];
        }
        return columns;
    }

    private static double[] cepstrum(double[][] bands, double[] cosine) {
        var cepstrum = new double[bands[0].length];
        for (int band = 0; band < bands.length; band++) {
            for (int frame = 0; frame < cepstrum.length; frame++) {
                cepstrum[frame] += cosine[band] * bands[band][frame];
            }
        }
        return cepstrum;
    }

    private static void tell(Pitch.Course course, FloatBuffer all) {
        double quiet =
                NumericColumn.quantile(Arrays.stream(course.power()).sorted().toArray(), QUIET);
        var height = course.height();
        var sounding = IntStream.range(0, height.length)
                .filter(i -> course.likeness()[i] > SOUNDING && course.power()[i] >= quiet)
                .mapToDouble(i -> height[i])
                .sorted()
                .toArray();
        var heard = sounding.length == 0 ? new double[] {NOTHING} : sounding;
        var likeness = Moments.of(course.likeness());
        put(all, mean(heard, 0, heard.length), Moments.of(heard).deviation());
        put(
                all,
                NumericColumn.quantile(heard, 0.1),
                NumericColumn.quantile(heard, 0.5),
                NumericColumn.quantile(heard, 0.9));
        put(all, (double) sounding.length / height.length, likeness.mean(), likeness.deviation());
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElse(0);
    }

    /** Mean distance from one window to the next. */
    private static double movement(double[] values) {
        return IntStream.range(1, values.length)
                .mapToDouble(i -> Math.abs(values[i] - values[i - 1]))
                .average()
                .orElse(0);
    }

    private static int cepstra(int mels) {
        return Math.min(mels, MOST_CEPSTRA);
    }

    /** The rows of the orthonormal discrete cosine transform (DCT-II). */
    private static double[][] cosines(int mels) {
        var rows = new double[cepstra(mels)][mels];
        for (int k = 0; k < rows.length; k++) {
            double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / mels);
            for (int m = 0; m < mels; m++) {
                rows[k][m] = scale * Math.cos(Math.PI * k * (m + 0.5) / mels);
            }
        }
        return rows;
    }
}
