package io.polyphony.backend.trial.persistence;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.experiment.ExperimentState;
import io.polyphony.backend.trial.Attempt;
import io.polyphony.backend.trial.Liveness;
import io.polyphony.backend.trial.Sighting;
import io.polyphony.backend.trial.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Signs of life in PostgreSQL. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JpaLiveness implements Liveness {
    private final StatelessSession session;

    JpaLiveness(StatelessSession session) {
        this.session = session;
    }

    @Override
    public List<Standing> alive(Collection<Attempt> attempts) {
        var trials = attempts.stream().map(attempt -> attempt.trial().value()).toArray(UUID[]::new);
        var numbers = attempts.stream().map(Attempt::number).toArray(Integer[]::new);
        session.createNativeMutationQuery("""
                        update attempt a set seen_at = clock_timestamp()
                        from unnest(cast(:trials as uuid[]), cast(:numbers as int[])) as r (trial_id, number)
                        where a.trial_id = r.trial_id and a.number = r.number and a.ended_at is null""")
                .setParameter("trials", trials)
                .setParameter("numbers", numbers)
                .executeUpdate();
        return session
                .createNativeQuery("""
                        select t.id, r.number, e.id, e.state, t.attempt = r.number and t.state = 'RUNNING'
                        from unnest(cast(:trials as uuid[]), cast(:numbers as int[])) as r (trial_id, number)
                        join trial t on t.id = r.trial_id join experiment e on e.id = t.experiment_id""", Object[].class)
                .setParameter("trials", trials)
                .setParameter("numbers", numbers)
                .getResultList()
                .stream()
                .map(JpaLiveness::standing)
                .toList();
    }

    private static Standing standing(Object[] row) {
        return new Standing(
                new Attempt(new TrialId((UUID) row[0]), ((Number) row[1]).intValue()),
                new ExperimentId((UUID) row[2]),
                ExperimentState.valueOf((String) row[3]),
                (Boolean) row[4]);
    }

    @Override
    public List<Sighting> running(ExperimentId experiment) {
        return session
                .createNativeQuery("""
                        select t.id, t.lane, extract(epoch from clock_timestamp() - a.seen_at)
                        from trial t join attempt a on a.trial_id = t.id and a.number = t.attempt
                        where t.experiment_id = :id and t.state = 'RUNNING'""", Object[].class)
                .setParameter("id", experiment.value())
                .getResultList()
                .stream()
                .map(row -> new Sighting(
                        new TrialId((UUID) row[0]), ((Number) row[1]).intValue(), ((Number) row[2]).doubleValue()))
                .toList();
    }
}
