package io.polyphony.backend.model;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.trial.Networks;
import io.polyphony.backend.trial.TrainedTrial;
import io.polyphony.engine.export.Bundle;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The networks of trials, alone or as an ensemble. A trial in folds is a committee of its own: its networks answer together,
 * each as much as any other. Within the caller's transaction; what it answers needs none.
 */
@ApplicationScoped
class Committee {
    private static final String NO_CARD = "{}";
    private final Networks networks;

    Committee(Networks networks) {
        this.networks = networks;
    }

    /** The model's networks, ready to be asked. */
    Bundle bundle(Model model) {
        return bundle(model, NO_CARD);
    }

    /** The same, with what people want to know of it. */
    Bundle bundle(Model model, String card) {
        return Bundle.together(folds(model)).described(card);
    }

    /** The model's networks, fold by fold; a single one where its trials are not folded. */
    List<Bundle> folds(Model model) {
        var trials = model.members().stream().map(ModelMember::trial).toList();
        var folds = trials.isEmpty() ? folds(model.trial()) : folds(model.members(), networks(trials));
        var temperatures = Temperatures.of(model.temperatures());
        return folds.stream()
                .map(fold -> fold.averaged(model.averaging()).tempered(temperatures))
                .toList();
    }

    /** A single trial's networks, fold by fold. */
    List<Bundle> folds(TrialId trial) {
        var trained = network(trial);
        return IntStream.range(0, trained.folds().size())
                .mapToObj(fold -> new Bundle(trained.members(fold, trained.whole()), NO_CARD))
                .toList();
    }

    /** The trials whose networks a fold of the model has, in their order: one stands there as often as it has networks. */
    List<TrialId> trials(Model model) {
        if (model.members().isEmpty()) {
            return Collections.nCopies(folds(model.trial()).getFirst().members().size(), model.trial());
        }
        return model.members().stream()
                .flatMap(member -> network(member.trial()).members(0, member.weights()).stream()
                        .map(_ -> member.trial()))
                .toList();
    }

    /** The networks of these trials. */
    Map<TrialId, TrainedTrial> networks(Collection<TrialId> trials) {
        var all = new LinkedHashMap<TrialId, TrainedTrial>();
        trials.forEach(trial -> all.put(trial, network(trial)));
        return all;
    }

    /** An ensemble's networks, fold by fold. */
    static List<Bundle> folds(List<ModelMember> members, Map<TrialId, TrainedTrial> networks) {
        int folds = trained(members.getFirst(), networks).folds().size();
        return IntStream.range(0, folds)
                .mapToObj(fold -> new Bundle(
                        members.stream()
                                .flatMap(member -> trained(member, networks).members(fold, member.weights()).stream())
                                .toList(),
                        NO_CARD))
                .toList();
    }

    private static TrainedTrial trained(ModelMember member, Map<TrialId, TrainedTrial> networks) {
        return Objects.requireNonNull(networks.get(member.trial()));
    }

    private TrainedTrial network(TrialId trial) {
        return networks.of(trial)
                .orElseThrow(() -> new Conflict(
                        "The weights of the trial (%s) were let go for better ones. Maybe promote one of the best trials."
                                .formatted(trial)));
    }
}
