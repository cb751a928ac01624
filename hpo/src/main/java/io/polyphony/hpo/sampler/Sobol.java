package io.polyphony.hpo.sampler;

import java.util.SplittableRandom;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * The Sobol sequence (Joe and Kuo, SIAM J. Sci. Comput. 30, 2008), scrambled as Owen does (SIAM J. Numer. Anal. 34(5), 1997) by hashing
 * (Burley, Practical Hash-based Owen Scrambling, J. Comput. Graph. Tech. 9(4), 2020): evenly spread however many points are taken.
 */
final class Sobol {

    private static final int MOST_DIMENSIONS = 1000;
    private static final double UNIT = 0x1p-32;

    private Sobol() {}

    /**
     * A point of the sequence.
     *
     * @param dimensions beyond 1000, the last ones are merely random
     * @param index      at least 0
     * @param seed       the scrambling: the same for all points of a sequence
     */
    static double[] point(int dimensions, int index, long seed) {
        var scramble = new SplittableRandom(seed);
        double[] plain = dimensions == 0
                ? new double[0]
                : new SobolSequenceGenerator(Math.min(dimensions, MOST_DIMENSIONS)).skipTo(index);
        var point = new double[dimensions];
        for (int k = 0; k < dimensions; k++) {
            int key = scramble.nextInt();
            point[k] = k < plain.length
                    ? Integer.toUnsignedLong(scrambled((int) (long) (plain[k] / UNIT), key)) * UNIT
                    : new SplittableRandom(key + 31L * index).nextDouble();
        }
        return point;
    }

    /** Flips each bit depending on the bits before it alone; the hash is Laine and Karras' as Burley gives it. */
    private static int scrambled(int bits, int seed) {
        int x = Integer.reverse(bits) + seed;
        x ^= x * 0x6c50b47c;
        x ^= x * 0xb82f1e52;
        x ^= x * 0xc7afe638;
        x ^= x * 0x8d22f6e6;
        return Integer.reverse(x);
    }
}
