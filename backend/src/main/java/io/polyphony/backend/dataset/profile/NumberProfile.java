package io.polyphony.backend.dataset.profile;

import io.polyphony.backend.dataset.Histogram;
import io.polyphony.backend.dataset.NumberStats;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Figures of numbers that pass by once: mean and deviation by Welford, the histogram from a sample of 100 000. */
final class NumberProfile {
    private static final int SAMPLE = 100_000;
    private static final int BINS = 24;
    private final Random random = new Random(1);
    private double[] sample = new double[256];
    private long count;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private boolean whole = true;
    private boolean steps = true;
    private double last;

    void add(double value) {
        keep(value);
        steps = steps && (count == 0 || value == last + 1);
        last = value;
        count++;
        var distance = value - mean;
        mean += distance / count;
        squares += distance * (value - mean);
        min = Math.min(min, value);
        max = Math.max(max, value);
        whole = whole && value == Math.rint(value);
    }

    long count() {
        return count;
    }

    /** Whether each number was one more than the one before: a row number. */
    boolean counts() {
        return steps && count > 2;
    }

    NumberStats stats(long unreadable, List<String> marks) {
        return new NumberStats(min, max, mean, Math.sqrt(squares / count), whole, unreadable, histogram(), marks);
    }

    private void keep(double value) {
        if (count < SAMPLE) {
            sample = count < sample.length ? sample : Arrays.copyOf(sample, Math.min(SAMPLE, sample.length * 2));
            sample[(int) count] = value;
        } else {
            var slot = random.nextLong(count + 1);
            if (slot < SAMPLE) {
                sample[(int) slot] = value;
            }
        }
    }

    private Histogram histogram() {
        var kept = (int) Math.min(count, SAMPLE);
        var bins = new long[max > min ? BINS : 1];
        for (var i = 0; i < kept; i++) {
            var share = max > min ? (sample[i] / 2 - min / 2) / (max / 2 - min / 2) : 0;
            bins[(int) Math.min(bins.length - 1, Math.floor(share * bins.length))]++;
        }
        var scale = (double) count / kept;
        return new Histogram(
                min,
                max,
                LongStream.of(bins).map(b -> Math.round(b * scale)).boxed().toList());
    }
}
