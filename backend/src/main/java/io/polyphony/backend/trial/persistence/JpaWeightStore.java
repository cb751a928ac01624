package io.polyphony.backend.trial.persistence;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.trial.Attempt;
import io.polyphony.backend.trial.SavedCheckpoint;
import io.polyphony.backend.trial.WeightStore;
import io.polyphony.engine.checkpoint.Checkpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.StatelessSession;

/** Checkpoints and bundles in PostgreSQL. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JpaWeightStore implements WeightStore {
    private final StatelessSession session;
    private final long keptBytes;

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
        session.createNativeMutationQuery("""
                        insert into trial_bundle (trial_id, length, bytes) values (:id, :length, :bytes)
                        on conflict (trial_id) do update set length = excluded.length, bytes = excluded.bytes""")
                .setParameter("id", trial.value())
                .setParameter("length", (long) bytes.length)
                .setParameter("bytes", bytes)
                .executeUpdate();
        letGo(trial);
    }

    /** The worst by score go first: they are the least likely to be promoted. */
    private void letGo(TrialId trial) {
        session.createNativeMutationQuery("""
                        delete from trial_bundle where trial_id in (
                            select id from (
                                select t.id, b.pinned, sum(b.length) over (order by b.pinned desc, t.score desc nulls last, t.id) as total
                                from trial t join trial_bundle b on b.trial_id = t.id
                                where t.experiment_id = (select experiment_id from trial where id = :id)) kept
                            where total > :limit and not pinned and id <> :id)""")
                .setParameter("id", trial.value())
                .setParameter("limit", keptBytes)
                .executeUpdate();
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
