package io.polyphony.backend.experiment.persistence;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.experiment.Budget;
import io.polyphony.backend.experiment.Experiment;
import io.polyphony.backend.experiment.ExperimentState;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.experiment.ExperimentTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Experiments in PostgreSQL. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JpaExperimentStore implements ExperimentStore {
    private static final int REMEMBERED = 1000;
    private final StatelessSession session;
    /** What an experiment is to learn never changes. */
    private final Map<UUID, List<ExperimentTask>> tasks = new ConcurrentHashMap<>();

    JpaExperimentStore(StatelessSession session) {
        this.session = session;
    }

    @Override
    public void add(Experiment experiment) {
        session.insert(ExperimentRows.row(experiment));
        for (int position = 0; position < experiment.tasks().size(); position++) {
            session.insert(ExperimentRows.row(
                    experiment.id(), position, experiment.tasks().get(position)));
        }
        session.createNativeMutationQuery("insert into experiment_clock (experiment_id) values (:id)")
                .setParameter("id", experiment.id().value())
                .executeUpdate();
    }

    @Override
    public Optional<Experiment> find(ExperimentId id) {
        return Optional.ofNullable(session.get(ExperimentEntity.class, id.value()))
                .map(row -> records(List.of(row)).getFirst());
    }

    @Override
    public Optional<Experiment> lock(ExperimentId id) {
        return Optional.ofNullable(session.get(ExperimentEntity.class, id.value(), LockMode.PESSIMISTIC_WRITE))
                .map(row -> records(List.of(row)).getFirst());
    }

    @Override
    public List<Experiment> page(Set<ProjectId> projects, PageRequest page) {
        var after = page.after().map(cursor -> cursor.id(0)).orElse(LAST);
        return records(session.createQuery(
                        "from Experiment where project in :projects and id < :after order by id desc",
                        ExperimentEntity.class)
                .setParameter(
                        "projects", projects.stream().map(ProjectId::value).toList())
                .setParameter("after", after)
                .setMaxResults(page.fetch())
                .getResultList());
    }

    @Override
    public void changeState(ExperimentId id, ExperimentState state, @Nullable String message) {
        session.createNativeMutationQuery("""
                        update experiment set state = :state, message = :message,
                            started_at = case when :state = 'RUNNING' then coalesce(started_at, now()) else started_at end,
                            ended_at = case when :ended then now() end
                        where id = :id""")
                .setParameter("state", state.name())
                .setParameter("message", message)
                .setParameter("ended", state.ended())
                .setParameter("id", id.value())
                .executeUpdate();
    }

    @Override
    public void changeBudget(ExperimentId id, Budget budget) {
        session.createMutationQuery(
                        "update Experiment set budgetTrials = :trials, budgetSeconds = :seconds, stopScore = :score, stopGain = :gain where id = :id")
                .setParameter("trials", budget.trials())
                .setParameter("seconds", budget.seconds())
                .setParameter("score", budget.score())
                .setParameter("gain", budget.gain())
                .setParameter("id", id.value())
                .executeUpdate();
    }

    @Override
    public void tick(Collection<ExperimentId> running) {
        session.createNativeMutationQuery("""
                        update experiment_clock set seen_at = clock_timestamp(), spent_ms = spent_ms
                            + least(5000, greatest(0, extract(epoch from clock_timestamp() - seen_at) * 1000))::bigint
                        where experiment_id in :ids""")
                .setParameter("ids", uuids(running))
                .executeUpdate();
    }

    @Override
    public void startClock(ExperimentId id) {
        session.createNativeMutationQuery(
                        "update experiment_clock set seen_at = clock_timestamp() where experiment_id = :id")
                .setParameter("id", id.value())
                .executeUpdate();
    }

    @Override
    public Map<ExperimentId, Double> spent(Collection<ExperimentId> ids) {
        var spent = new HashMap<ExperimentId, Double>();
        session.createNativeQuery(
                        "select experiment_id, spent_ms from experiment_clock where experiment_id in :ids",
                        Object[].class)
                .setParameter("ids", uuids(ids))
                .getResultList()
                .forEach(row -> spent.put(new ExperimentId((UUID) row[0]), ((Number) row[1]).doubleValue() / 1000));
        return spent;
    }

    @Override
    public List<ExperimentId> alive() {
        return session
                .createQuery("select id from Experiment where state in ('WAITING', 'RUNNING') order by id", UUID.class)
                .getResultList()
                .stream()
                .map(ExperimentId::new)
                .toList();
    }

    private List<Experiment> records(List<ExperimentEntity> rows) {
        var known = new HashMap<UUID, List<ExperimentTask>>();
        var unknown = new ArrayList<UUID>();
        for (var row : rows) {
            var remembered = tasks.get(row.id);
            if (remembered == null) {
                unknown.add(row.id);
            } else {
                known.put(row.id, remembered);
            }
        }
        if (!unknown.isEmpty()) {
            known.putAll(read(unknown));
        }
        return rows.stream()
                .map(row -> ExperimentRows.record(row, known.getOrDefault(row.id, List.of())))
                .toList();
    }

    private Map<UUID, List<ExperimentTask>> read(List<UUID> experiments) {
        var read = session.createQuery(
                        "from ExperimentTask where experiment in :ids order by experiment, position", TaskEntity.class)
                .setParameter("ids", experiments)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        task -> task.experiment, Collectors.mapping(ExperimentRows::record, Collectors.toList())));
        if (tasks.size() + read.size() > REMEMBERED) {
            tasks.clear();
        }
        tasks.putAll(read);
        return read;
    }

    private static List<UUID> uuids(Collection<ExperimentId> ids) {
        return ids.stream().map(ExperimentId::value).toList();
    }

    private static final UUID LAST = new UUID(-1, -1);
}
