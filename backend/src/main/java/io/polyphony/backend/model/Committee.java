package io.polyphony.backend.model;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.trial.Networks;
import io.polyphony.engine.export.Bundle;
import io.polyphony.engine.export.TrainedModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The networks of trials, alone or as an ensemble. Within the caller's transaction; what it answers needs none. */
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
        if (model.members().isEmpty()) {
            return Bundle.of(network(model.trial()), card);
        }
        var trials = model.members().stream().map(ModelMember::trial).toList();
        return bundle(model.members(), networks(trials), card);
    }

    /** A single trial's network. */
    Bundle bundle(TrialId trial) {
        return Bundle.of(network(trial), NO_CARD);
    }

    /** The networks of these trials. */
    Map<TrialId, TrainedModel> networks(Collection<TrialId> trials) {
        var all = new LinkedHashMap<TrialId, TrainedModel>();
        trials.forEach(trial -> all.put(trial, network(trial)));
        return all;
    }

    /** An ensemble's networks. */
    static Bundle bundle(List<ModelMember> members, Map<TrialId, TrainedModel> networks) {
        return bundle(members, networks, NO_CARD);
    }

    private static Bundle bundle(List<ModelMember> members, Map<TrialId, TrainedModel> networks, String card) {
        var parts = members.stream()
                .map(member ->
                        new Bundle.Member(Objects.requireNonNull(networks.get(member.trial())), member.weights()))
                .toList();
        return new Bundle(parts, card);
    }

    private TrainedModel network(TrialId trial) {
        return networks.of(trial)
                .orElseThrow(() -> new Conflict(
                        "The weights of the trial (%s) were let go for better ones. Maybe promote one of the best trials."
                                .formatted(trial)));
    }
}
