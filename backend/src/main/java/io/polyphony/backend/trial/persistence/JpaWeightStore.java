package io.polyphony.backend.trial.persistence;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.trial.Attempt;
import io.polyphony.backend.trial.SavedCheckpoint;
import io.polyphony.backend.trial.WeightStore;
import io.polyphony.engine.checkpoint.Checkpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.StatelessSession;

/** Checkpoints and bundles in PostgreSQL. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JpaWeightStore implements WeightStore {
    /** So much of the room is used before it is looked at again: others use it meanwhile, who are not asked. */
    private static final int SHARE = 8;

    private static final int REMEMBERED_EXPERIMENTS = 1000;

    private final StatelessSession session;
    private final long keptBytes;
    /** Bytes that an experiment's bundles may grow by before they are looked at again: looking costs the more, the longer the search. */
    private final Map<UUID, Long> room = new ConcurrentHashMap<>();

    JpaWeightStore(
            StatelessSession session,
            @ConfigProperty(name = "polyphony.trials.kept-megabytes", defaultValue = "2048") long keptMegabytes) {
        this.session = session;
        this.keptBytes = keptMegabytes << 20;
    }

    @Override
    public void save(Attempt attempt, SavedCheckpoint checkpoint) {
        session.createNativeMutationQuery("""
                        insert into checkpoint as c (trial_id, epoch, attempt, seconds, bytes)
                        values (:id, :epoch, :attempt, :seconds, :bytes)
                        on conflict (trial_id, epoch) do update set
                            attempt = excluded.attempt, seconds = excluded.seconds, bytes = excluded.bytes,
                            saved_at = excluded.saved_at""")
                .setParameter("id", attempt.trial().value())
                .setParameter("epoch", checkpoint.epoch())
                .setParameter("attempt", attempt.number())
                .setParameter("seconds", checkpoint.seconds())
                .setParameter("bytes", checkpoint.checkpoint().toBytes())
                .executeUpdate();
        session.createNativeMutationQuery("""
                        delete from checkpoint where trial_id = :id and epoch not in
                            (select epoch from checkpoint where trial_id = :id order by epoch desc limit 2)""")
                .setParameter("id", attempt.trial().value())
                .executeUpdate();
    }

    @Override
    public Optional<SavedCheckpoint> newest(TrialId trial) {
        return session.createQuery("from Checkpoint where trial = :id order by epoch desc", CheckpointEntity.class)
                .setParameter("id", trial.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(row -> new SavedCheckpoint(new Checkpoint(row.epoch, row.bytes), row.seconds));
    }

    @Override
    public void dropCheckpoints(TrialId trial) {
        session.createMutationQuery("delete from Checkpoint where trial = :id")
                .setParameter("id", trial.value())
                .executeUpdate();
    }

    @Override
    public void saveBundle(TrialId trial, byte[] bytes) {
        var experiment = session.createNativeQuery("""
                        insert into trial_bundle (trial_id, length, bytes) values (:id, :length, :bytes)
                        on conflict (trial_id) do update set length = excluded.length, bytes = excluded.bytes
                        returning (select experiment_id from trial where id = trial_id)""", UUID.class)
                .setParameter("id", trial.value())
                .setParameter("length", (long) bytes.length)
                .setParameter("bytes", bytes)
                .getSingleResult();
        long left = room.getOrDefault(experiment, 0L) - bytes.length;
        if (room.size() > REMEMBERED_EXPERIMENTS) {
            room.clear();
        }
        room.put(experiment, left > 0 ? left : (keptBytes - letGo(experiment, trial)) / SHARE);
    }

    /** The worst by score go first: they are the least likely to be promoted. The bytes that stay. */
    private long letGo(UUID experiment, TrialId saved) {
        session.createNativeMutationQuery("""
                        delete from trial_bundle where trial_id in (
                            select id from (
                                select t.id, b.pinned, sum(b.length) over (order by b.pinned desc, t.score desc nulls last, t.id) as total
                                from trial t join trial_bundle b on b.trial_id = t.id where t.experiment_id = :experiment) kept
                            where total > :limit and not pinned and id <> :id)""")
                .setParameter("experiment", experiment)
                .setParameter("id", saved.value())
                .setParameter("limit", keptBytes)
                .executeUpdate();
        return session.createNativeQuery("""
                        select cast(coalesce(sum(b.length), 0) as bigint) from trial t join trial_bundle b on b.trial_id = t.id
                        where t.experiment_id = :experiment""", Long.class)
                .setParameter("experiment", experiment)
                .getSingleResult();
    }

    @Override
    public Optional<byte[]> bundle(TrialId trial) {
        return Optional.ofNullable(session.get(BundleEntity.class, trial.value()))
                .map(row -> row.bytes);
    }

    @Override
    public boolean pin(TrialId trial) {
        return session.createMutationQuery("update TrialBundle set pinned = true where trial = :id")
                        .setParameter("id", trial.value())
                        .executeUpdate()
                > 0;
    }
}
