package io.polyphony.backend.model.persistence;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.model.ModelMember;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * What other tables say of models.
 *
 * @param tests metrics by model, task and name
 * @param weights by model, trial and task
 */
record ModelDetails(
        Map<UUID, Map<String, Map<String, Double>>> tests, Map<UUID, Map<UUID, Map<String, Double>>> weights) {

    static ModelDetails of(StatelessSession session, List<UUID> models) {
        var details = new ModelDetails(new HashMap<>(), new HashMap<>());
        session.createQuery("from ModelMetric where model in :ids", ModelMetricEntity.class)
                .setParameter("ids", models)
                .getResultList()
                .forEach(row -> details.tests
                        .computeIfAbsent(row.model, _ -> new TreeMap<>())
                        .computeIfAbsent(row.task, _ -> new TreeMap<>())
                        .put(row.name, row.value));
        session.createQuery("from ModelMember where model in :ids", ModelMemberEntity.class)
                .setParameter("ids", models)
                .getResultList()
                .forEach(row -> details.weights
                        .computeIfAbsent(row.model, _ -> new TreeMap<>())
                        .computeIfAbsent(row.trial, _ -> new TreeMap<>())
                        .put(row.task, row.weight));
        return details;
    }

    Map<String, Map<String, Double>> test(UUID model) {
        return tests.getOrDefault(model, Map.of());
    }

    List<ModelMember> members(UUID model) {
        return weights.getOrDefault(model, Map.of()).entrySet().stream()
                .map(entry -> new ModelMember(new TrialId(entry.getKey()), entry.getValue()))
                .toList();
    }
}
