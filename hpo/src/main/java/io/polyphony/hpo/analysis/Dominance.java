package io.polyphony.hpo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
        int[] order = order(losses);
        int size = 0;
        Front front = Front.of(losses.length == 0 ? 0 : losses[0].length);
        for (int i : order) {
            if (size > 0 && Arrays.equals(losses[order[size - 1]], losses[i])) {
                order[size++] = i;
            } else if (!front.dominates(losses[i])) {
                front.add(losses[i]);
                order[size++] = i;
            }
        }
        return Arrays.copyOf(order, size);
    }

    /**
     * Per vector its front: 0 for those that none dominates, 1 for those that only these do, and so on. What a member of one front dominates is
     * dominated by one of each earlier front, so that the front of each is found by bisection (Zhang, Tian, Cheng and Jin, IEEE Trans. Evol. Comput. 19(2), 2015):
     * O(n log n log fronts) up to three losses.
     */
    static int[] ranks(double[][] losses) {
        var ranks = new int[losses.length];
        var fronts = new ArrayList<Front>();
        double[] before = {};
        int rank = 0;
        for (int i : order(losses)) {
            if (!Arrays.equals(before, losses[i])) {
                before = losses[i];
                rank = firstNotDominating(fronts, before);
                if (rank == fronts.size()) {
                    fronts.add(Front.of(before.length));
                }
                fronts.get(rank).add(before);
            }
            ranks[i] = rank;
        }
        return ranks;
    }

    private static int firstNotDominating(List<Front> fronts, double[] vector) {
        int low = 0;
        int high = fronts.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (fronts.get(middle).dominates(vector)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int[] order(double[][] losses) {
        return IntStream.range(0, losses.length)
                .boxed()
                .sorted(Comparator.comparing(i -> losses[i], LEXICOGRAPHIC))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Remembers a front so far; vectors come in lexicographic order, and no two equal ones. */
    private sealed interface Front {

        static Front of(int losses) {
            return losses <= 2 ? new Line() : losses == 3 ? new Staircase() : new Archive();
        }

        boolean dominates(double[] vector);

        /** Takes in a vector that it does not dominate. */
        void add(double[] vector);
    }

    /** Up to two losses: the first is in order already, so the least of the second decides. */
    private static final class Line implements Front {
        private double least = Double.NaN;

        @Override
        public boolean dominates(double[] vector) {
            return least <= second(vector);
        }

        @Override
        public void add(double[] vector) {
            least = second(vector);
        }

        private static double second(double[] vector) {
            return vector.length > 1 ? vector[1] : 0;
        }
    }

    /** Three losses: the first is in order already, so a staircase over the other two decides in O(log n). */
    private static final class Staircase implements Front {
        private final TreeMap<Double, Double> steps = new TreeMap<>();

        @Override
        public boolean dominates(double[] vector) {
            Map.@Nullable Entry<Double, Double> below = steps.floorEntry(vector[1]);
            return below != null && below.getValue() <= vector[2];
        }

        @Override
        public void add(double[] vector) {
            var above = steps.tailMap(vector[1], true).entrySet().iterator();
            while (above.hasNext() && above.next().getValue() >= vector[2]) {
                above.remove();
            }
            steps.put(vector[1], vector[2]);
        }
    }

    /** Any number of losses: compared with every member; the one that dominated last is tried first. */
    private static final class Archive implements Front {
        private double[][] members = new double[16][];
        private int size;

        @Override
        public boolean dominates(double[] vector) {
            for (int i = 0; i < size; i++) {
                if (Dominance.dominates(members[i], vector)) {
                    double[] strong = members[i];
                    members[i] = members[0];
                    members[0] = strong;
                    return true;
                }
            }
            return false;
        }

        @Override
        public void add(double[] vector) {
            if (size == members.length) {
                members = Arrays.copyOf(members, 2 * size);
            }
            members[size++] = vector;
        }
    }
}
