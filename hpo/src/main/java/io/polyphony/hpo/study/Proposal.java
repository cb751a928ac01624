package io.polyphony.hpo.study;

import io.polyphony.hpo.space.Assignment;
import io.polyphony.hpo.trial.Problem;
import io.polyphony.hpo.trial.Trial;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** One answer of a study: the portfolio, else the sampler, else (where the space is nearly used up) whatever is left. */
final class Proposal {

    private static final int SAMPLER_ATTEMPTS = 8;
    private static final int RANDOM_ATTEMPTS = 64;
    private static final int RESOLUTION = 1024;

    private final Study study;
    private final List<Trial> history;
    private final RandomGenerator random;

    Proposal(Study study, List<Trial> history) {
        this.study = study;
        this.history = history;
        this.random = new SplittableRandom(seed());
    }

    Assignment next() {
        return fresh(study.first().stream())
                .or(this::sampled)
                .or(() -> fresh(several(RANDOM_ATTEMPTS, () -> study.space().sample(random))))
                .or(() -> fresh(study.space().assignments(RESOLUTION)))
                .orElseThrow(() -> new SpaceExhausted(history.size()));
    }

    private Optional<Assignment> sampled() {
        View view = View.of(study, history);
        var problem = new Problem(study.space(), view.objectives(), study.seed());
        List<Trial> trials = view.trials();
        return fresh(several(SAMPLER_ATTEMPTS, () -> study.sampler().suggest(problem, trials, random)));
    }

    private Optional<Assignment> fresh(Stream<Assignment> proposals) {
        return proposals.filter(assignment -> !taken(assignment)).findFirst();
    }

    private boolean taken(Assignment assignment) {
        for (Trial trial : history) {
            if (trial.assignment().alike(assignment)) {
                return true;
            }
        }
        return false;
    }

    private static Stream<Assignment> several(int attempts, Supplier<Assignment> supplier) {
        return Stream.generate(supplier).limit(attempts);
    }

    /**
     * A new stream of random numbers per trial, so that a proposal does not depend on how many were drawn before a restart. The seed is drawn itself:
     * the generator counts in equal steps, and seeds that are such a step apart would give the same numbers, one place further.
     */
    private long seed() {
        int next = history.isEmpty() ? 0 : history.getLast().number() + 1;
        return new SplittableRandom(new SplittableRandom(study.seed()).nextLong() + next).nextLong();
    }
}
