package io.polyphony.backend.dataset.array;

import java.io.IOException;
import java.util.List;

/**
 * What the numbers of an array are like.
 *
 * @param least of all; NaN counts for nothing
 * @param most of all
 * @param whole whether all are whole
 * @param single whether every row holds a single one among zeros
 */
record ArrayFacts(double least, double most, boolean whole, boolean single) {

    /** Walks the parts of an array. */
    static ArrayFacts of(List<ArrayFile> parts) throws IOException {
        var seen = new Seen();
        for (var part : parts) {
            part.forEach(seen::row);
        }
        return new ArrayFacts(seen.least, seen.most, seen.whole, seen.single);
    }

    boolean within(double from, double to) {
        return least >= from && most <= to;
    }

    /** What is known so far. */
    private static final class Seen {
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;
        private boolean whole = true;
        private boolean single = true;

        void row(double[] numbers) {
            int ones = 0;
            int others = 0;
            for (double number : numbers) {
                least = Math.min(least, Double.isNaN(number) ? least : number);
                most = Math.max(most, Double.isNaN(number) ? most : number);
                whole &= number == Math.rint(number);
                ones += number == 1 ? 1 : 0;
                others += number == 0 || number == 1 ? 0 : 1;
            }
            single &= ones == 1 && others == 0;
        }
    }
}
