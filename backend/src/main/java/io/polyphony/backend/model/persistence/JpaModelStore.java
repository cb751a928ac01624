package io.polyphony.backend.model.persistence;

import com.fasterxml.jackson.core.type.TypeReference;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ModelId;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.common.UserId;
import io.polyphony.backend.common.persistence.StoredJson;
import io.polyphony.backend.model.Model;
import io.polyphony.backend.model.ModelStore;
import io.polyphony.backend.model.Serving;
import io.polyphony.backend.security.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Models in PostgreSQL. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JpaModelStore implements ModelStore {
    /** The greatest UUID: the first page begins below it. */
    private static final UUID NEWEST = new UUID(-1, -1);

    private final StatelessSession session;

    JpaModelStore(StatelessSession session) {
        this.session = session;
    }

    @Override
    public int look(Actor actor, ExperimentId experiment, TrialId trial) {
        session.createNativeMutationQuery(
                        "insert into test_look (experiment_id, trial_id, user_id) values (:experiment, :trial, :actor)")
                .setParameter("experiment", experiment.value())
                .setParameter("trial", trial.value())
                .setParameter("actor", actor.id().value())
                .executeUpdate();
        return session.createNativeQuery("select count(*) from test_look where experiment_id = :id", Long.class)
                .setParameter("id", experiment.value())
                .getSingleResult()
                .intValue();
    }

    @Override
    public void add(Model model) {
        var row = new ModelEntity();
        row.id = model.id().value();
        row.project = model.project().value();
        row.experiment = model.experiment().value();
        row.trial = model.trial().value();
        row.ensemble = !model.members().isEmpty();
        row.averaging = StoredJson.write(model.averaging());
        row.validation = StoredJson.write(model.validation());
        row.name = model.name();
        row.testRows = model.testRows();
        row.look = model.look();
        row.provenance = StoredJson.write(model.provenance());
        row.intervals = StoredJson.write(model.intervals());
        row.temperatures = StoredJson.write(model.temperatures());
        row.thresholds = StoredJson.write(model.thresholds());
        row.serving = model.serving() == null ? null : StoredJson.write(model.serving());
        row.createdBy = model.createdBy().value();
        row.createdAt = model.createdAt();
        session.insert(row);
        model.test().forEach((task, metrics) -> metrics.forEach((name, value) -> add(model.id(), task, name, value)));
        model.members()
                .forEach(member ->
                        member.weights().forEach((task, weight) -> add(model.id(), member.trial(), task, weight)));
    }

    private void add(ModelId model, String task, String name, double value) {
        var row = new ModelMetricEntity();
        row.model = model.value();
        row.task = task;
        row.name = name;
        row.value = value;
        session.insert(row);
    }

    private void add(ModelId model, TrialId trial, String task, double weight) {
        var row = new ModelMemberEntity();
        row.model = model.value();
        row.trial = trial.value();
        row.task = task;
        row.weight = weight;
        session.insert(row);
    }

    @Override
    public void decide(ModelId model, Map<String, Map<String, Double>> thresholds) {
        session.createMutationQuery("update Model set thresholds = :thresholds where id = :id")
                .setParameter("thresholds", StoredJson.write(thresholds))
                .setParameter("id", model.value())
                .executeUpdate();
    }

    @Override
    public Optional<Model> find(ModelId id) {
        return Optional.ofNullable(session.get(ModelEntity.class, id.value()))
                .map(row -> records(List.of(row)).getFirst());
    }

    @Override
    public Optional<Model> ofTrial(TrialId trial) {
        var rows = session.createQuery("from Model where trial = :trial and not ensemble", ModelEntity.class)
                .setParameter("trial", trial.value())
                .getResultList();
        return records(rows).stream().findFirst();
    }

    @Override
    public List<Model> ensemblesOf(ExperimentId experiment) {
        var rows = session.createQuery(
                        "from Model where experiment = :experiment and ensemble order by id desc", ModelEntity.class)
                .setParameter("experiment", experiment.value())
                .getResultList();
        return records(rows);
    }

    @Override
    public List<Model> page(Set<ProjectId> projects, PageRequest page) {
        return records(session.createQuery(
                        "from Model where project in :projects and id < :after order by id desc", ModelEntity.class)
                .setParameter(
                        "projects", projects.stream().map(ProjectId::value).toList())
                .setParameter("after", page.after().map(cursor -> cursor.id(0)).orElse(NEWEST))
                .setMaxResults(page.fetch())
                .getResultList());
    }

    private List<Model> records(List<ModelEntity> rows) {
        var ids = rows.stream().map(row -> row.id).toList();
        var details = ModelDetails.of(session, ids);
        return rows.stream().map(row -> record(row, details)).toList();
    }

    private static Model record(ModelEntity row, ModelDetails details) {
        return new Model(
                new ModelId(row.id),
                new ProjectId(row.project),
                new ExperimentId(row.experiment),
                new TrialId(row.trial),
                details.members(row.id),
                StoredJson.read(row.averaging, new TypeReference<>() {}),
                row.name,
                row.testRows,
                StoredJson.read(row.validation, new TypeReference<>() {}),
                details.test(row.id),
                row.intervals == null ? Map.of() : StoredJson.read(row.intervals, new TypeReference<>() {}),
                StoredJson.read(row.temperatures, new TypeReference<>() {}),
                row.thresholds == null ? Map.of() : StoredJson.read(row.thresholds, new TypeReference<>() {}),
                row.look,
                StoredJson.read(row.provenance, new TypeReference<>() {}),
                row.serving == null ? null : StoredJson.read(row.serving, new TypeReference<Serving>() {}),
                new UserId(row.createdBy),
                row.createdAt);
    }
}
