package io.polyphony.hpo.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Pareto dominance among vectors of losses: one dominates another if it is nowhere greater and somewhere less.
 * Vectors are compared in lexicographic order, in which none can dominate an earlier one (Kung, Luccio and Preparata, J. ACM 22, 1975).
 */
final class Dominance {

    /** Vectors are short: a plain loop is several times quicker than what is made for long ones. */
    private static final Comparator<double[]> LEXICOGRAPHIC = (one, other) -> {
        for (int k = 0; k < one.length; k++) {
            int order = Double.compare(one[k], other[k]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private Dominance() {}

    static boolean dominates(double[] better, double[] worse) {
        boolean less = false;
        for (int k = 0; k < better.length; k++) {
            if (better[k] > worse[k]) {
                return false;
            }
            less |= better[k] < worse[k];
        }
        return less;
    }

    /** The indices, in lexicographic order, of the vectors that none dominates; equal ones are all kept. */
    static int[] front(double[][] losses) {
        int[] order = IntStream.range(0, losses.length)
                .boxed()
                .sorted(Comparator.comparing(i -> losses[i], LEXICOGRAPHIC))
                .mapToInt(Integer::intValue)
                .toArray();
        int size = 0;
        Guard guard = losses.length > 0 && losses[0].length <= 3 ? new Staircase() : new Archive();
        for (int i : order) {
            if (size > 0 && Arrays.equals(losses[order[size - 1]], losses[i]) || guard.admits(losses[i])) {
                order[size++] = i;
            }
        }
        return Arrays.copyOf(order, size);
    }

    /** Remembers the front so far; vectors come in lexicographic order. */
    private sealed interface Guard {
        boolean admits(double[] vector);
    }

    /** Up to three losses: the first is in order already, so a staircase over the other two decides in O(log n). */
    private static final class Staircase implements Guard {
        private final TreeMap<Double, Double> steps = new TreeMap<>();

        @Override
        public boolean admits(double[] vector) {
            double second = vector.length > 1 ? vector[1] : 0;
            double third = vector.length > 2 ? vector[2] : 0;
            Map.@Nullable Entry<Double, Double> below = steps.floorEntry(second);
            if (below != null && below.getValue() <= third) {
                return false;
            }
            var above = steps.tailMap(second, true).entrySet().iterator();
            while (above.hasNext() && above.next().getValue() >= third) {
                above.remove();
            }
            steps.put(second, third);
            return true;
        }
    }

    /** Any number of losses: compared with every member; the one that dominated last is tried first. */
    private static final class Archive implements Guard {
        private double[][] members = new double[16][];
        private int size;

        @Override
        public boolean admits(double[] vector) {
            for (int i = 0; i < size; i++) {
                if (dominates(members[i], vector)) {
                    double[] strong = members[i];
                    members[i] = members[0];
                    members[0] = strong;
                    return false;
                }
            }
            if (size == members.length) {
                members = Arrays.copyOf(members, 2 * size);
            }
            members[size++] = vector;
            return true;
        }
    }
}
