package io.polyphony.engine.data;

import java.util.Arrays;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.DiagonalMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.stat.correlation.Covariance;

/**
 * A dictionary of typical patches: whitened by zero components (Bell and Sejnowski 1997), then parted by spherical k-means, in
 * which a patch belongs to the word that it is most like, be it as its negative (Coates and Ng 2012, "Learning feature
 * representations with k-means").
 *
 * @param map what a patch is multiplied by, [numbers of a patch][words]
 * @param shift what is taken off the product
 */
record PatchWords(float[][] map, float[] shift) {
    private static final int ROUNDS = 10;
    /** Added to variances, so that directions in which patches hardly differ are not blown up. */
    private static final double NOISE = 0.1;

    private static final float TINY = 1e-6f;

    /** @param patches normalised, more than one; the first ones are where words begin */
    static PatchWords fit(float[][] patches, int words) {
        var mean = new double[patches[0].length];
        for (var patch : patches) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += patch[i] / patches.length;
            }
        }
        var whitening = whitening(patches);
        var white = map(whitening.getData());
        var dictionary = dictionary(new PatchWords(white, shift(mean, white)).of(patches), words);
        var map = map(whitening.multiply(columns(dictionary)).getData());
        return new PatchWords(map, shift(mean, map));
    }

    private static RealMatrix whitening(float[][] patches) {
        var rows = Arrays.stream(patches).map(PatchWords::wide).toArray(double[][]::new);
        var covariance = new Covariance(rows, false).getCovarianceMatrix();
        try {
            var decomposed = new EigenDecompositionSymmetric(covariance);
            return inverseRoot(decomposed.getV(), decomposed.getEigenvalues());
        } catch (MathIllegalStateException unsettled) {
            // Where there are few different patches; of a covariance, singular values and vectors are the same, and
            // slower.
            var decomposed = new SingularValueDecomposition(covariance);
            return inverseRoot(decomposed.getV(), decomposed.getSingularValues());
        }
    }

    private static RealMatrix inverseRoot(RealMatrix vectors, double[] values) {
        var scales = Arrays.stream(values)
                .map(value -> 1 / Math.sqrt(Math.max(0, value) + NOISE))
                .toArray();
        return vectors.multiply(new DiagonalMatrix(scales)).multiply(vectors.transpose());
    }

    private static float[][] dictionary(float[][] white, int count) {
        var words = new float[count][];
        Arrays.setAll(words, k -> unit(white[k % white.length].clone()));
        for (int round = 0; round < ROUNDS; round++) {
            var like = new PatchWords(turned(words), new float[count]);
            var sums = new float[count][white[0].length];
            var answers = new float[count];
            for (var patch : white) {
                like.answer(patch, answers);
                int best = strongest(answers);
                add(answers[best], patch, sums[best]);
            }
            for (int k = 0; k < count; k++) {
                add(TINY, words[k], sums[k]);
                words[k] = unit(sums[k]);
            }
        }
        return words;
    }

    int words() {
        return shift.length;
    }

    /** How much a normalised patch is like each word. */
    void answer(float[] patch, float[] answers) {
        for (int k = 0; k < answers.length; k++) {
            answers[k] = -shift[k];
        }
        for (int i = 0; i < patch.length; i++) {
            add(patch[i], map[i], answers);
        }
    }

    private float[][] of(float[][] patches) {
        var answers = new float[patches.length][words()];
        for (int i = 0; i < patches.length; i++) {
            answer(patches[i], answers[i]);
        }
        return answers;
    }

    private static int strongest(float[] answers) {
        int best = 0;
        for (int k = 1; k < answers.length; k++) {
            best = Math.abs(answers[k]) > Math.abs(answers[best]) ? k : best;
        }
        return best;
    }

    /** y += factor x; alone in a loop, so that it is vectorised. */
    private static void add(float factor, float[] x, float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] += factor * x[i];
        }
    }

    private static float[] unit(float[] word) {
        double squares = 0;
        for (float value : word) {
            squares += (double) value * value;
        }
        double length = Math.max(1e-12, Math.sqrt(squares));
        for (int i = 0; i < word.length; i++) {
            word[i] = (float) (word[i] / length);
        }
        return word;
    }

    private static float[] shift(double[] mean, float[][] map) {
        var shift = new float[map[0].length];
        for (int i = 0; i < mean.length; i++) {
            add((float) mean[i], map[i], shift);
        }
        return shift;
    }

    private static RealMatrix columns(float[][] words) {
        return new Array2DRowRealMatrix(
                        Arrays.stream(words).map(PatchWords::wide).toArray(double[][]::new), false)
                .transpose();
    }

    private static float[][] turned(float[][] words) {
        return map(columns(words).getData());
    }

    private static float[][] map(double[][] wide) {
        var map = new float[wide.length][wide[0].length];
        for (int i = 0; i < wide.length; i++) {
            for (int k = 0; k < wide[i].length; k++) {
                map[i][k] = (float) wide[i][k];
            }
        }
        return map;
    }

    private static double[] wide(float[] values) {
        var wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }
}
