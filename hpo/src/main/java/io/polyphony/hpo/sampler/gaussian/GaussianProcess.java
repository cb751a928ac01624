package io.polyphony.hpo.sampler.gaussian;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Regression on the unit cube by a Gaussian process with Matern 5/2 kernels, a length scale per coordinate, choices without an order by
 * whether they differ, bent coordinates, and as much interaction between them as there is. Its shape is the most probable one ({@link Evidence}).
 */
public final class GaussianProcess {

    private static final int ROUNDS = 40;
    private static final int LEARNT_FROM = 64;
    private static final double LEAST_DEVIATION = 1e-9;

    private final Shape shape;
    private final Levels.Bends bends;
    private final double[] weights;
    private final double share;
    private final double[][] points;
    private final double[] values;
    private final double[][] bent;
    private final Factor factor;
    private final double[] alpha;

    private GaussianProcess(Shape shape, double[][] points, double[] values) {
        this.shape = shape;
        this.bends = Levels.of(points).bends(shape);
        this.weights = shape.weights();
        this.share = shape.share();
        this.points = points;
        this.values = values;
        this.bent = bends.points();
        this.factor = new Factor(covariance());
        this.alpha = factor.solve(values);
    }

    /**
     * Learns from observations. The shape is learnt from the last 64 at most, which bounds the time.
     *
     * @param points      within [0, 1]; at least one
     * @param values      one per point, with about the mean 0 and the variance 1
     * @param categorical which coordinates are choices without an order
     */
    public static GaussianProcess fit(double[][] points, double[] values, boolean[] categorical) {
        int from = Math.max(0, points.length - LEARNT_FROM);
        var evidence = new Evidence(
                Arrays.copyOfRange(points, from, points.length),
                Arrays.copyOfRange(values, from, values.length),
                categorical);
        double[] logs = Rprop.climb(evidence::at, Shape.start(categorical).logs(), ROUNDS);
        return new GaussianProcess(new Shape(logs, categorical), points, values);
    }

    /** The same process, taking for granted what it expects at these points: for trials that still run (Ginsbourger et al. 2010). */
    public GaussianProcess believing(double[][] pending) {
        if (pending.length == 0) {
            return this;
        }
        double[][] more = Arrays.copyOf(points, points.length + pending.length);
        double[] expected = Arrays.copyOf(values, more.length);
        for (int i = 0; i < pending.length; i++) {
            more[points.length + i] = pending[i];
            expected[points.length + i] = predict(pending[i]).mean();
        }
        return new GaussianProcess(shape, more, expected);
    }

    /** What it expects at a point. */
    public Prediction predict(double[] point) {
        double[] seen = bends.of(point);
        var covariances = new double[bent.length];
        double mean = 0;
        for (int i = 0; i < covariances.length; i++) {
            covariances[i] = shape.covariance(weights, share, seen, bent[i]);
            mean += covariances[i] * alpha[i];
        }
        double variance = 1 - factor.quadratic(covariances);
        return new Prediction(mean, Math.sqrt(Math.max(variance, LEAST_DEVIATION)));
    }

    /** The points it has learnt from. */
    public double[][] points() {
        return points;
    }

    /** Per coordinate the distance over which the function changes, relative to the others: their geometric mean is 1. */
    public double[] relativeScales() {
        double mean = Arrays.stream(weights).map(Math::log).average().orElse(0);
        return Arrays.stream(weights)
                .map(weight -> Math.exp(-0.5 * (Math.log(weight) - mean)))
                .toArray();
    }

    private DMatrixRMaj covariance() {
        var covariance = new DMatrixRMaj(points.length, points.length);
        for (int i = 0; i < points.length; i++) {
            covariance.unsafe_set(i, i, 1 + shape.noise());
            for (int j = 0; j < i; j++) {
                double value = shape.covariance(weights, share, bent[i], bent[j]);
                covariance.unsafe_set(i, j, value);
                covariance.unsafe_set(j, i, value);
            }
        }
        return covariance;
    }
}
