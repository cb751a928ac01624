package io.polyphony.hpo.sampler;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.trial.Objective;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Report;
import io.polyphony.hpo.trial.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * TPE on what trials had reached at one step: the furthest that enough of them came to, pruned and running ones included (BOHB: Falkner,
 * Klein and Hutter, ICML 2018). Some proposals are drawn at random, so that slow starters are not lost.
 *
 * @param share of the proposals that are drawn at random, within [0, 1]
 */
public record BohbSampler(double share) implements Sampler {

    /** The default: a third at random. */
    public BohbSampler() {
        this(1.0 / 3);
    }

    public BohbSampler {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "The BOHB sampler draws the share (%s) at random, which must be within [0, 1].".formatted(share));
        }
    }

    @Override
    public Assignment suggest(Problem problem, List<Trial> history, RandomGenerator random) {
        if (random.nextDouble() < share) {
            return problem.space().sample(random);
        }
        int enough = problem.space().parameters().size() + 2;
        List<Trial> seen = furthest(history, enough)
                .map(step -> history.stream()
                        .map(trial -> at(step, trial, problem.objectives()))
                        .toList())
                .orElse(history);
        return new TpeSampler(Grouping.JOINT, enough, 24).suggest(problem, seen, random);
    }

    private static Optional<Integer> furthest(List<Trial> history, int enough) {
        return history.stream()
                .flatMap(trial -> trial.lastReport().stream())
                .map(Report::step)
                .sorted(Comparator.reverseOrder())
                .skip(enough - 1L)
                .findFirst();
    }

    /** As if the trial had ended there, unless it never came that far. */
    private static Trial at(int step, Trial trial, List<Objective> objectives) {
        return trial.bestUntil(objectives, step)
                .map(losses -> Trial.completed(
                        trial.number(),
                        trial.assignment(),
                        IntStream.range(0, losses.length)
                                .mapToObj(k -> objectives.get(k).value(losses[k]))
                                .toArray(Double[]::new)))
                .orElse(trial);
    }
}
