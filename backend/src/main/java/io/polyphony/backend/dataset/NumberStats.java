package io.polyphony.backend.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A numeric column in figures; missing and unreadable cells are left out.
 *
 * @param deviation the standard deviation (divisor n)
 * @param unreadable cells that are neither missing nor a number; they count as missing in training
 * @param marks what those cells hold, where they are a few short marks such as n/d; empty where they are anything, and for
 *     columns that were read before marks were kept
 */
public record NumberStats(
        double min,
        double max,
        double mean,
        double deviation,
        boolean whole,
        long unreadable,
        Histogram histogram,
        List<String> marks) {
    public NumberStats(
            double min,
            double max,
            double mean,
            double deviation,
            boolean whole,
            long unreadable,
            Histogram histogram,
            @Nullable List<String> marks) {
        this.min = min;
        this.max = max;
        this.mean = mean;
        this.deviation = deviation;
        this.whole = whole;
        this.unreadable = unreadable;
        this.histogram = histogram;
        this.marks = marks == null ? List.of() : List.copyOf(marks);
    }
}
