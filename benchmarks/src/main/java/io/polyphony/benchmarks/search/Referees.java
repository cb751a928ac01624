package io.polyphony.benchmarks.search;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Optuna's samplers at work, in processes of their own, while we do ours. */
record Referees(List<CompletableFuture<Optional<String>>> running) {

    private static final List<String> KINDS = List.of("tpe", "multivariate");
    private static final int TRIALS = 64;

    /** What is compared with Optuna's mean at twice the trials. */
    private static final String TWICE = "multivariate";

    /** Optuna takes half of the time for the second half of the trials. */
    private static final int SEEDS_OF_TWICE = 10;

    static Referees start(Scores scores) {
        return new Referees(KINDS.stream()
                .map(kind -> CompletableFuture.supplyAsync(
                        () -> run(scores, kind), task -> Thread.ofPlatform().start(task)))
                .toList());
    }

    /** The names of those that were there, once they are done. */
    List<String> join() {
        return running.stream().flatMap(referee -> referee.join().stream()).toList();
    }

    private static Optional<String> run(Scores scores, String kind) {
        Optional<Contender> optuna = Optuna.of(kind);
        optuna.ifPresentOrElse(
                contender -> scores.run(contender, seed -> trials(kind, seed)),
                () -> Figures.skipped("optuna " + kind, "no python3 with optuna here"));
        return optuna.map(Contender::name);
    }

    private static int trials(String kind, int seed) {
        return kind.equals(TWICE) && seed < SEEDS_OF_TWICE ? 2 * TRIALS : TRIALS;
    }
}
