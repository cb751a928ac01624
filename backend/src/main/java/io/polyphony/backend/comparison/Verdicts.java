package io.polyphony.backend.comparison;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.RefereePlan;
import io.polyphony.backend.experiment.space.Referees;
import io.polyphony.backend.trial.Duels;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialOrigin;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.TrialStore;
import io.polyphony.hpo.analysis.Benefit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets the trial that referees are like, and these, answer the validation rows, and tells whether sharing and fusing help. */
@ApplicationScoped
class Verdicts {
    private static final int REMEMBERED = 1000;
    private final TrialStore trials;
    private final Duels duels;
    private final Cache<Pair, Map<String, Benefit>> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private record Pair(TrialId with, TrialId without) {}

    Verdicts(TrialStore trials, Duels duels) {
        this.trials = trials;
        this.duels = duels;
    }

    /** One per completed referee and task that it learned. Takes seconds where it was not asked before: within no transaction. */
    List<Verdict> of(Experiment experiment) {
        var completed = QuarkusTransaction.requiringNew()
                .call(() ->
                        trials.page(experiment.id(), TrialState.COMPLETED, PageRequest.first(PageRequest.MAX_LIMIT)));
        var whole = completed.stream().filter(Trial::ranked).toList();
        return completed.stream()
                .filter(trial -> trial.origin() == TrialOrigin.REFEREE)
                .flatMap(referee -> verdicts(experiment, like(referee, whole), referee))
                .toList();
    }

    /** The first trial whose recipe the referee repeats. */
    private static Optional<Trial> like(Trial referee, List<Trial> whole) {
        var plan = new RefereePlan(referee.label(), referee.tasks(), referee.inputs());
        return whole.stream()
                .filter(trial -> Referees.restricted(trial.assignment(), plan).equals(referee.assignment()))
                .min(Comparator.comparingInt(Trial::number));
    }

    private Stream<Verdict> verdicts(Experiment experiment, Optional<Trial> whole, Trial referee) {
        if (whole.isEmpty()) {
            return told(experiment, null, referee, Map.of(), "The trial that the referees are like has not completed.");
        }
        var with = whole.get().id();
        var pair = new Pair(with, referee.id());
        var known = Optional.ofNullable(remembered.getIfPresent(pair))
                .or(() -> duels.between(experiment, pair.with(), pair.without()));
        known.ifPresent(benefits -> remembered.put(pair, benefits));
        return told(
                experiment,
                with,
                referee,
                known.orElse(Map.of()),
                known.isPresent()
                        ? "Its metric is not defined on these rows."
                        : "The weights of one of both were let go. Maybe keep more of them (polyphony.trials.kept-megabytes).");
    }

    private static Stream<Verdict> told(
            Experiment experiment,
            @Nullable TrialId with,
            Trial referee,
            Map<String, Benefit> benefits,
            String missing) {
        boolean fusing = referee.inputs().size() < experiment.plan().inputs().size();
        var question = fusing ? Verdict.Question.FUSING : Verdict.Question.SHARING;
        return experiment.tasks().stream()
                .filter(task -> referee.tasks().contains(task.name()))
                .map(task -> {
                    var benefit = benefits.get(task.name());
                    return new Verdict(
                            question,
                            task.name(),
                            referee.label(),
                            task.metric(),
                            with,
                            referee.id(),
                            benefit,
                            benefit == null ? null : benefit.verdict(),
                            benefit == null ? missing : null);
                });
    }
}
