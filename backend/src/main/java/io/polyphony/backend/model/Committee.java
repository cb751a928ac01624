package io.polyphony.backend.model;

import io.polyphony.backend.common.Conflict;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.trial.Networks;
import io.polyphony.engine.data.EncodedRows;
import io.polyphony.engine.data.Table;
import io.polyphony.engine.evaluation.Ensemble;
import io.polyphony.engine.evaluation.TaskPredictions;
import io.polyphony.engine.export.TrainedModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Asks the networks of trials about rows, alone or as an ensemble. Within the caller's transaction. */
@ApplicationScoped
class Committee {
    private final Networks networks;

    Committee(Networks networks) {
        this.networks = networks;
    }

    /** What the model says of these rows, by task. */
    Map<String, TaskPredictions> predict(Model model, Table table, int[] rows) {
        if (model.members().isEmpty()) {
            return network(model.trial()).predict(table, rows);
        }
        var trials = model.members().stream().map(ModelMember::trial).toList();
        return combine(model.members(), predict(trials, table, rows));
    }

    /** What each of these trials says of the rows, by trial and task. Rows are encoded once for all trials that read them alike. */
    Map<TrialId, Map<String, TaskPredictions>> predict(Collection<TrialId> trials, Table table, int[] rows) {
        var encoded = new HashMap<String, EncodedRows>();
        var answers = new LinkedHashMap<TrialId, Map<String, TaskPredictions>>();
        for (var trial : trials) {
            var network = network(trial);
            var seen = encoded.computeIfAbsent(network.preprocessor().toJson(), _ -> network.encode(table, rows));
            answers.put(trial, network.predict(seen));
        }
        return answers;
    }

    /** The weighted mean, task by task. */
    static Map<String, TaskPredictions> combine(
            List<ModelMember> members, Map<TrialId, Map<String, TaskPredictions>> answers) {
        var combined = new LinkedHashMap<String, TaskPredictions>();
        for (var task : tasks(answers)) {
            var weights = new ArrayList<Double>();
            var said = new ArrayList<TaskPredictions>();
            members.stream()
                    .filter(member -> member.weights().containsKey(task))
                    .forEach(member -> {
                        weights.add(member.weights().get(task));
                        said.add(Objects.requireNonNull(answers.get(member.trial()))
                                .get(task));
                    });
            var shares = weights.stream().mapToDouble(Double::doubleValue).toArray();
            combined.put(task, new Ensemble(shares, Double.NaN).combined(said));
        }
        return combined;
    }

    private static Collection<String> tasks(Map<TrialId, Map<String, TaskPredictions>> answers) {
        return answers.values().iterator().next().keySet();
    }

    private TrainedModel network(TrialId trial) {
        return networks.of(trial)
                .orElseThrow(() -> new Conflict(
                        "The weights of the trial (%s) were let go for better ones. Maybe promote one of the best trials."
                                .formatted(trial)));
    }
}
