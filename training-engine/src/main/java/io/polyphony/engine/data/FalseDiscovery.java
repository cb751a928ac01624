package io.polyphony.engine.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which of many hypotheses to reject so that of those that are rejected only a share is true (Benjamini and Hochberg, JRSS B 1995; their
 * step-up procedure).
 */
final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * @param p of each hypothesis, 0 to 1
     * @param rate largest expected share of false ones among those rejected, 0 to 1
     * @return which are rejected
     */
    static boolean[] rejected(double[] p, double rate) {
        var order = ascending(p);
        int last = -1;
        for (int i = 0; i < order.length; i++) {
            if (p[order[i]] <= rate * (i + 1) / order.length) {
                last = i;
            }
        }
        var rejected = new boolean[p.length];
        Arrays.stream(order, 0, last + 1).forEach(i -> rejected[i] = true);
        return rejected;
    }

    /** Indices of the values from the least on; of equal ones the first comes first. */
    static int[] ascending(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
