package io.polyphony.benchmarks.search;

import io.polyphony.hpo.analysis.Hypervolume;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.trial.Direction;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A recorded search's curves.
 *
 * @param figures which of its figures are the objectives
 * @param run     decides which seed is seen
 */
record RecordedCurves(RecordedSearch search, int[] figures, long run) implements Curves {

    private static final double WORTH = 0.9;

    /** Of the score of all tasks together. */
    static RecordedCurves ofScore(RecordedSearch search, long run) {
        return new RecordedCurves(search, new int[] {0}, run);
    }

    /** Of every task for itself. */
    static RecordedCurves ofTasks(RecordedSearch search, long run) {
        return new RecordedCurves(
                search, IntStream.range(1, search.figures().size()).toArray(), run);
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

    /** A run sees one training: there is no further noise. */
    @Override
    public List<List<Double>> told(Assignment assignment, SplittableRandom noise) {
        return Arrays.stream(curve(assignment)).map(this::values).toList();
    }

    @Override
    public List<Double> outcome(Assignment assignment, List<List<Double>> told) {
        return values(RecordedSearch.best(curve(assignment)));
    }

    /** The mean of the trainings that the run does not see, each with what the epoch of its best score told. */
    @Override
    public List<Double> judged(Assignment assignment) {
        return IntStream.of(figures)
                .mapToObj(figure -> search.judged(assignment, run, figure))
                .toList();
    }

    private double[][] curve(Assignment assignment) {
        return search.curves(assignment)[search.seen(run)];
    }

    private List<Double> values(double[] epoch) {
        return IntStream.of(figures).mapToObj(figure -> epoch[figure]).toList();
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

    /** Every assignment, with what counts of it. */
    List<Trial> all() {
        return search.curves().keySet().stream()
                .map(assignment ->
                        Trial.completed(0, assignment, judged(assignment).toArray(Double[]::new)))
                .toList();
    }

    @Override
    public String toString() {
        return search.name();
    }
}
