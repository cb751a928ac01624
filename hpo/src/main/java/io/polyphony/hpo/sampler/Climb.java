package io.polyphony.hpo.sampler;

import io.polyphony.hpo.space.Layout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Looks for the point of a space that an acquisition function values most: among all points, or else among draws from the whole space and from the trust region, then
 * uphill from the best few in ever smaller steps. Points that were tried already are passed over.
 */
record Climb(Layout layout, ToDoubleFunction<double[]> acquisition, List<double[]> taken, RandomGenerator random) {

    private static final int DRAWS = 160;
    private static final int CLIMBERS = 4;
    private static final int STEPS = 14;
    private static final int TRIES = 6;
    private static final double FIRST_STEP = 0.25;
    private static final double SHRINK = 0.7;

    /** The best of these, or nothing where all were tried. */
    Optional<double[]> among(List<double[]> points) {
        return points.stream()
                .map(this::score)
                .max(Comparator.comparingDouble(Scored::score))
                .filter(best -> best.score > Double.NEGATIVE_INFINITY)
                .map(Scored::point);
    }

    private record Scored(double[] point, double score) {}

    /** The best point found, or a draw from the prior where all were tried. */
    double[] from(Supplier<double[]> local) {
        var drawn = new ArrayList<Scored>();
        for (int i = 0; i < DRAWS; i++) {
            drawn.add(score(layout.draw(random)));
            drawn.add(score(layout.snap(local.get())));
        }
        drawn.sort(Comparator.comparingDouble(scored -> -scored.score));
        Scored best = drawn.getFirst();
        for (Scored start : drawn.subList(0, CLIMBERS)) {
            Scored top = climb(start);
            best = top.score > best.score ? top : best;
        }
        return best.score == Double.NEGATIVE_INFINITY ? layout.draw(random) : best.point;
    }

    private Scored climb(Scored start) {
        Scored here = start;
        double length = FIRST_STEP;
        for (int step = 0; step < STEPS; step++) {
            for (int i = 0; i < TRIES; i++) {
                Scored next = score(layout.snap(neighbour(here.point, length)));
                here = next.score > here.score ? next : here;
            }
            length *= SHRINK;
        }
        return here;
    }

    private double[] neighbour(double[] point, double length) {
        double[] moved = point.clone();
        double share = random.nextDouble();
        int certain = random.nextInt(moved.length);
        for (int k = 0; k < moved.length; k++) {
            if (k == certain || random.nextDouble() < share * share) {
                moved[k] = layout.categorical()[k]
                        ? random.nextDouble()
                        : Math.clamp(moved[k] + length * random.nextGaussian(), 0.0, 1.0);
            }
        }
        return moved;
    }

    private Scored score(double[] point) {
        boolean fresh = !Layout.contains(taken, point) && layout.allows(point);
        return new Scored(point, fresh ? acquisition.applyAsDouble(point) : Double.NEGATIVE_INFINITY);
    }
}
