package io.polyphony.benchmarks.search;

import io.polyphony.hpo.pruner.Pruner;
import io.polyphony.hpo.sampler.Sampler;
import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.space.SearchSpace;
import io.polyphony.hpo.study.Study;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import io.polyphony.hpo.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Learning curves to search: what a training tells on its way. */
interface Curves {

    SearchSpace space();

    List<Objective> objectives();

    /** After which epochs something is told, in ascending order; the last is the end. */
    List<Integer> steps();

    /**
     * What is told at each step, one value per objective; fewer steps of a training that diverges.
     *
     * @param noise of the training
     */
    List<List<Double>> told(Assignment assignment, SplittableRandom noise);

    /** What a training that told this ends with. */
    List<Double> outcome(Assignment assignment, List<List<Double>> told);

    /** What counts of an assignment, one value per objective, without the luck of the training that was seen. */
    List<Double> judged(Assignment assignment);

    /** From where on a value is worth nothing, one per objective. */
    List<Double> reference();

    /** The hypervolume of all that may be reached, or 1 where nobody knows. */
    double greatestVolume();

    /** What came of a search, and the epochs that it took. */
    record Searched(List<Trial> trials, int epochs) {}

    /** Searches until there were that many trials, or the epochs left would not do for one more. */
    default Searched search(Sampler sampler, Pruner pruner, long seed, int trials, int budget) {
        var study = new Study(space(), objectives(), sampler, pruner, List.of(), seed);
        var noise = new SplittableRandom(seed);
        var history = new ArrayList<Trial>();
        int epochs = 0;
        while (history.size() < trials && epochs + steps().getLast() <= budget) {
            Trial trial = train(study, history, noise);
            history.add(trial);
            epochs += trial.lastReport().map(Report::step).orElse(1);
        }
        return new Searched(history, epochs);
    }

    private Trial train(Study study, List<Trial> history, SplittableRandom noise) {
        int number = history.size();
        Assignment assignment = study.ask(history);
        List<List<Double>> told = told(assignment, noise);
        var reports = new ArrayList<Report>();
        for (int i = 0; i < told.size(); i++) {
            reports.add(new Report(steps().get(i), told.get(i)));
            if (study.shouldPrune(Trial.running(number, assignment, reports), history)) {
                return Trial.pruned(number, assignment, reports);
            }
        }
        return told.size() < steps().size()
                ? new Trial(number, assignment, TrialState.FAILED, reports, List.of())
                : new Trial(number, assignment, TrialState.COMPLETED, reports, outcome(assignment, told));
    }
}
