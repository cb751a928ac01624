package io.polyphony.hpo.sampler;

import io.polyphony.hpo.function.TestFunction;
import io.polyphony.hpo.pruner.NoPruner;
import io.polyphony.hpo.study.Study;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/** What is left to gain when a sampler has searched. */
final class Regrets {
    private Regrets() {}

    /** How far the best value of so many trials is from the least there is. */
    static double after(int trials, TestFunction function, Sampler sampler, long seed) {
        var goals = List.of(Objective.minimize("loss"));
        var study = new Study(function.space(), goals, sampler, new NoPruner(), List.of(), seed);
        var history = new ArrayList<Trial>();
        double best = Double.POSITIVE_INFINITY;
        for (int number = 0; number < trials; number++) {
            var assignment = study.ask(history);
            double value = function.function().applyAsDouble(assignment);
            best = Math.min(best, value);
            history.add(Trial.completed(number, assignment, value));
        }
        return best - function.minimum();
    }
}
