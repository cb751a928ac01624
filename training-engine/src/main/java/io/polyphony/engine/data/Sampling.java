package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.Collection;

/** How often a training row is shown per epoch, so that rare classes are not drowned by common ones. */
public enum Sampling {
    /** Every row once. */
    EVEN,
    /** Rows of rare classes more than once: by the square root of how much rarer they are than on even terms. */
    OVERSAMPLE,
    /** Rows of common classes only now and then: by the square root of how much more common they are than the rarest. */
    UNDERSAMPLE;

    /**
     * How often each row is to be shown per epoch, on average: the repeat factors of Gupta, Dollar and Girshick (LVIS, 2019). A row
     * with labels of several tasks follows the one that wants it most; a row without classes is shown once.
     *
     * @param rows how many there are
     */
    public double[] rates(int rows, Collection<TaskLabels> tasks) {
        var rates = new double[rows];
        Arrays.fill(rates, this == EVEN ? 1 : 0);
        for (var labels : tasks) {
            if (this != EVEN && labels.type().isClassification()) {
                raise(rates, labels);
            }
        }
        for (int row = 0; row < rows; row++) {
            rates[row] = rates[row] == 0 ? 1 : rates[row];
        }
        return rates;
    }

    private void raise(double[] rates, TaskLabels labels) {
        var counts = counts(labels);
        var known = Arrays.stream(counts).filter(count -> count > 0).toArray();
        var even = Arrays.stream(known).sum() / Math.max(1, known.length);
        var rarest = Arrays.stream(known).min().orElse(1);
        for (int row = 0; row < rates.length; row++) {
            if (labels.mask()[row] > 0) {
                rates[row] = Math.max(rates[row], rate(counts[(int) labels.values()[row]], even, rarest));
            }
        }
    }

    private double rate(double count, double even, double rarest) {
        return switch (this) {
            case EVEN -> 1;
            case OVERSAMPLE -> Math.max(1, Math.sqrt(even / count));
            case UNDERSAMPLE -> Math.sqrt(rarest / count);
        };
    }

    private static double[] counts(TaskLabels labels) {
        var counts = new double[labels.classes().size()];
        for (int row = 0; row < labels.values().length; row++) {
            if (labels.mask()[row] > 0) {
                counts[(int) labels.values()[row]]++;
            }
        }
        return counts;
    }
}
