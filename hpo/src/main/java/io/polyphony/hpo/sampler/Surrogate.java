package io.polyphony.hpo.sampler;

import io.polyphony.hpo.analysis.Ranking;
import io.polyphony.hpo.sampler.gaussian.GaussianProcess;
import io.polyphony.hpo.sampler.gaussian.Power;
import io.polyphony.hpo.space.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A Gaussian process of one loss over the trials of a history, with the trust region that goes with it. */
record Surrogate(Layout layout, GaussianProcess process, double[] losses, List<double[]> taken, TrustRegion region) {

    private static final int GREATEST = 160;
    private static final int CENTRES = 4;

    /** How many points times squared trials can be looked at within a tenth of a second. */
    private static final long EFFORT = 50_000_000;

    /**
     * Learns one loss.
     *
     * @param losses one per observed trial; the model sees them as normally distributed
     */
    static Surrogate of(Layout layout, Observations observed, double[] losses) {
        return of(
                layout,
                observed,
                losses,
                kept(Arrays.stream(losses).mapToObj(loss -> new double[] {loss}).toArray(double[][]::new)));
    }

    /**
     * Learns one loss of some trials.
     *
     * @param losses one per observed trial; the model sees them as normally distributed
     * @param kept   the trials to learn from
     */
    static Surrogate of(Layout layout, Observations observed, double[] losses, int[] kept) {
        Observations some = observed.only(kept);
        double[][] points = some.tried().stream().map(layout::point).toArray(double[][]::new);
        double[] values =
                Power.normal(Arrays.stream(kept).mapToDouble(i -> losses[i]).toArray());
        double[][] pending = some.pending().stream().map(layout::point).toArray(double[][]::new);
        var process = GaussianProcess.fit(points, values, layout.categorical()).believing(pending);
        var taken = new ArrayList<>(List.of(points));
        taken.addAll(List.of(pending));
        return new Surrogate(layout, process, values, taken, TrustRegion.of(losses, layout.dimensions()));
    }

    /** The smallest loss that the process expects at a point it has learnt from: unlike the smallest seen, no stroke of luck. */
    double best() {
        return Arrays.stream(process.points())
                .mapToDouble(point -> process.predict(point).mean())
                .min()
                .orElse(0);
    }

    /** The point that the acquisition function values most: for certain where the space has so few that all of them can be looked at. */
    double[] maximise(ToDoubleFunction<double[]> acquisition, RandomGenerator random) {
        var climb = new Climb(layout, acquisition, taken, random);
        long effort = (long) process.points().length * process.points().length;
        return layout.every(EFFORT / effort).flatMap(climb::among).orElseGet(() -> climb(climb, random));
    }

    private double[] climb(Climb climb, RandomGenerator random) {
        double[][] centres = centres();
        double[] scales = process.relativeScales();
        return climb.from(() -> region.draw(
                centres[random.nextBoolean() ? 0 : random.nextInt(centres.length)],
                scales,
                layout.categorical(),
                random));
    }

    private double[][] centres() {
        return IntStream.range(0, losses.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> losses[i]))
                .limit(CENTRES)
                .map(i -> process.points()[i])
                .toArray(double[][]::new);
    }

    /**
     * Which trials to learn from: all, or half of the places for the best and half for the latest; in the order of the trials. Of several losses the best are the
     * first fronts, so that one selection does for all.
     */
    static int[] kept(double[][] losses) {
        if (losses.length <= GREATEST) {
            return IntStream.range(0, losses.length).toArray();
        }
        IntStream best = IntStream.of(Ranking.best(losses, GREATEST / 2));
        IntStream latest = IntStream.range(losses.length - GREATEST / 2, losses.length);
        return IntStream.concat(best, latest).distinct().sorted().toArray();
    }
}
