package io.polyphony.benchmarks.search;

import io.polyphony.hpo.analysis.Hypervolume;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Direction;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A recorded search's curves.
 *
 * @param figures which of its figures are the objectives
 */
record RecordedCurves(RecordedSearch search, int[] figures) implements Curves {

    private static final double WORTH = 0.9;

    /** Of the score of all tasks together. */
    static RecordedCurves ofScore(RecordedSearch search) {
        return new RecordedCurves(search, new int[] {0});
    }

    /** Of every task for itself. */
    static RecordedCurves ofTasks(RecordedSearch search) {
        return new RecordedCurves(
                search, IntStream.range(1, search.figures().size()).toArray());
    }

    @Override
    public SearchSpace space() {
        return search.space();
    }

    @Override
    public List<Objective> objectives() {
        return IntStream.of(figures)
                .mapToObj(search.figures()::get)
                .map(figure ->
                        new Objective(figure.name(), figure.higherIsBetter() ? Direction.MAXIMIZE : Direction.MINIMIZE))
                .toList();
    }

    @Override
    public List<Integer> steps() {
        return search.steps();
    }

    /** It was trained once: there is no further noise. */
    @Override
    public List<List<Double>> told(Assignment assignment, SplittableRandom noise) {
        return Arrays.stream(search.curve(assignment))
                .map(epoch -> IntStream.of(figures).mapToObj(k -> epoch[k]).toList())
                .toList();
    }

    /** What the epoch with the best score told. */
    @Override
    public List<Double> outcome(Assignment assignment, List<List<Double>> told) {
        double[][] curve = search.curve(assignment);
        int best = 0;
        for (int i = 1; i < curve.length; i++) {
            best = curve[i][0] > curve[best][0] ? i : best;
        }
        return told.get(best);
    }

    /** A tenth of all is worse. */
    @Override
    public List<Double> reference() {
        List<Trial> all = all();
        return IntStream.range(0, figures.length)
                .mapToObj(k -> all.stream()
                        .map(trial -> trial.values().get(k))
                        .sorted(
                                search.figures().get(figures[k]).higherIsBetter()
                                        ? Comparator.reverseOrder()
                                        : Comparator.naturalOrder())
                        .toList()
                        .get((int) (WORTH * all.size())))
                .toList();
    }

    @Override
    public double greatestVolume() {
        return Hypervolume.of(objectives(), all(), reference());
    }

    /** Every assignment as a completed trial. */
    List<Trial> all() {
        var trials = new ArrayList<Trial>();
        search.curves().keySet().forEach(assignment -> {
            List<List<Double>> told = told(assignment, new SplittableRandom(0));
            if (told.size() == steps().size()) {
                trials.add(Trial.completed(
                        trials.size(), assignment, outcome(assignment, told).toArray(Double[]::new)));
            }
        });
        return trials;
    }

    @Override
    public String toString() {
        return search.name();
    }
}
