package io.polyphony.benchmarks.search;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.SearchSpace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What every assignment of a finite space reached in real trainings, one per seed: nothing is interpolated. A search sees the trainings of one seed, as a
 * user's search does; what it picked is judged by the mean of the trainings it did not see (several seeds per assignment: NAS-Bench-201, Dong and Yang,
 * ICLR 2020). The seed that was picked by is no judge: the best of a table is partly luck, which no second training has.
 *
 * @param steps   after which epochs something is told
 * @param figures what is told after an epoch; the first is the score of all tasks together
 * @param curves  per assignment, seed and epoch, one number per figure; a training that diverged has fewer epochs
 */
record RecordedSearch(
        String name,
        SearchSpace space,
        List<Integer> steps,
        List<Figure> figures,
        Map<Assignment, double[][][]> curves) {

    /** A number told after each epoch. */
    record Figure(String name, boolean higherIsBetter) {}

    /** Those that were recorded. */
    static List<RecordedSearch> all() {
        return Recordings.ALL.stream()
                .flatMap(recording -> named(recording.name()).stream())
                .toList();
    }

    private static Optional<RecordedSearch> named(String name) {
        try (InputStream table = RecordedSearch.class.getResourceAsStream("recorded/%s.csv.gz".formatted(name))) {
            return table == null ? Optional.empty() : Optional.of(RecordedTable.read(name, table));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /** What its name begins with. */
    String dataSet() {
        return name.split("-")[0];
    }

    /** The mean of a figure over the trainings that a run does not see. */
    double judged(Assignment assignment, long run, int figure) {
        return IntStream.of(unseen(run))
                .mapToDouble(seed -> outcome(assignment, seed, figure))
                .average()
                .orElseThrow();
    }

    /** What the epoch of the best score told; of a training that diverged, the worst that any came to. */
    private double outcome(Assignment assignment, int seed, int figure) {
        double[][] curve = curves(assignment)[seed];
        return curve.length < steps.size() ? worst(figure) : best(curve)[figure];
    }

    private double worst(int figure) {
        DoubleStream outcomes = curves.values().stream()
                .flatMap(Arrays::stream)
                .filter(curve -> curve.length == steps.size())
                .mapToDouble(curve -> best(curve)[figure]);
        return (figures.get(figure).higherIsBetter() ? outcomes.min() : outcomes.max()).orElseThrow();
    }

    /** The epoch with the best score. */
    static double[] best(double[][] curve) {
        double[] best = curve[0];
        for (double[] epoch : curve) {
            best = epoch[0] > best[0] ? epoch : best;
        }
        return best;
    }

    /** How many trainings there are of each assignment. */
    int seeds() {
        return curves.values().iterator().next().length;
    }

    /** Which seed a run of a search sees: they take turns. */
    int seen(long run) {
        return (int) Math.floorMod(run, (long) seeds());
    }

    /** Those that a run does not see, and is judged by; the one that it sees if there is no other. */
    int[] unseen(long run) {
        return IntStream.range(0, seeds())
                .filter(seed -> seeds() == 1 || seed != seen(run))
                .toArray();
    }

    /** The search for the least loss, 1 - score of the best epoch; a training that diverged is as bad as the worst. */
    SearchTask task() {
        List<SearchTask.Run> runs = IntStream.range(0, seeds())
                .mapToObj(run -> run(
                        assignment -> 1 - outcome(assignment, seen(run), 0),
                        assignment -> 1 - judged(assignment, run, 0)))
                .toList();
        return new SearchTask(name, space, run -> runs.get(seen(run)));
    }

    /** The best that there is is the best for who judges. */
    private SearchTask.Run run(ToDoubleFunction<Assignment> seen, ToDoubleFunction<Assignment> judged) {
        return new SearchTask.Run(
                seen, judged, curves.keySet().stream().mapToDouble(judged).min().orElseThrow());
    }

    /** What was told of an assignment of the space, with each seed. */
    double[][][] curves(Assignment assignment) {
        double[][][] trainings = curves.get(assignment);
        if (trainings == null) {
            throw new IllegalArgumentException(
                    "The assignment %s was not recorded in (%s). Maybe the space has changed since."
                            .formatted(assignment.values(), name));
        }
        return trainings;
    }
}
