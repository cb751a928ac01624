package io.polyphony.backend.trial.persistence;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.PageRequest;
import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.common.persistence.StoredJson;
import io.polyphony.backend.trial.Attempt;
import io.polyphony.backend.trial.AttemptView;
import io.polyphony.backend.trial.ExperimentAttempt;
import io.polyphony.backend.trial.Host;
import io.polyphony.backend.trial.StaleAttempt;
import io.polyphony.backend.trial.Trial;
import io.polyphony.backend.trial.TrialProgress;
import io.polyphony.backend.trial.TrialState;
import io.polyphony.backend.trial.TrialStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** Trials in PostgreSQL. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JpaTrialStore implements TrialStore {
    /** In one statement, for it is part of every proposal. */
    private static final String TAKE_UP = """
            with lost as (
                update attempt set ended_at = now(), outcome = 'lost' where trial_id = :id and ended_at is null),
            taken as (
                update trial set state = 'RUNNING', attempt = attempt + 1, lane = :lane, epoch = :epoch,
                    best_epoch = :best, score = :score, message = null, started_at = coalesce(started_at, now())
                where id = :id returning *),
            begun as (
                insert into attempt (trial_id, number, worker, host, from_epoch)
                select id, attempt, :worker, :host, :epoch from taken)
            select * from taken""";

    private static final String END = """
            update trial set state = :state, message = :message, rows_per_second = null, seconds_left = null,
                ended_at = case when :ended then now() end
            where id = :id""";

    /** The fence and what it guards in one statement: no row of the attempt is changed unless the trial's was. */
    private static final String END_ATTEMPT = "with ended as (" + END + """
             and attempt = :number and state = 'RUNNING' returning id)
            update attempt set ended_at = now(), outcome = :outcome from ended
            where trial_id = ended.id and number = :number""";

    private final StatelessSession session;

    JpaTrialStore(StatelessSession session) {
        this.session = session;
    }

    @Override
    public void add(Trial trial) {
        session.insert(TrialRows.row(trial));
    }

    @Override
    public Optional<Trial> find(TrialId id) {
        return Optional.ofNullable(session.get(TrialEntity.class, id.value())).map(TrialRows::record);
    }

    @Override
    public List<Trial> page(ExperimentId experiment, @Nullable TrialState state, PageRequest page) {
        return session.createQuery("""
                        from Trial where experiment = :experiment and number > :after and (:state is null or state = :state)
                        order by number""", TrialEntity.class)
                .setParameter("experiment", experiment.value())
                .setParameter(
                        "after",
                        page.after().map(cursor -> (int) cursor.number(0)).orElse(0))
                .setParameter("state", state == null ? null : state.name())
                .setMaxResults(page.fetch())
                .getResultStream()
                .map(TrialRows::record)
                .toList();
    }

    @Override
    public List<Trial> others(ExperimentId experiment, int from, Collection<TrialId> known) {
        return session.createNativeQuery("""
                        select * from trial
                        where experiment_id = :experiment and number >= :from and id <> all(:known) order by number""", TrialEntity.class)
                .setParameter("experiment", experiment.value())
                .setParameter("from", from)
                .setParameter("known", known.stream().map(TrialId::value).toArray(UUID[]::new))
                .getResultStream()
                .map(TrialRows::record)
                .toList();
    }

    @Override
    public List<Trial> best(ExperimentId experiment, int most) {
        return session.createQuery("""
                        from Trial t where experiment = :experiment and state = 'COMPLETED' and origin <> 'REFEREE'
                            and score is not null and exists (from TrialBundle b where b.trial = t.id)
                        order by score desc, number""", TrialEntity.class)
                .setParameter("experiment", experiment.value())
                .setMaxResults(most)
                .getResultStream()
                .map(TrialRows::record)
                .toList();
    }

    @Override
    public List<Trial> unfinished(ExperimentId experiment) {
        return session.createQuery("""
                        from Trial where experiment = :experiment and state in ('WAITING', 'RUNNING', 'PAUSED')
                        order by number""", TrialEntity.class)
                .setParameter("experiment", experiment.value())
                .getResultStream()
                .map(TrialRows::record)
                .toList();
    }

    @Override
    public Optional<Trial> hold(TrialId trial) {
        return session.createNativeQuery(
                        "select * from trial where id = :id and state in ('WAITING', 'RUNNING', 'PAUSED') for update",
                        TrialEntity.class)
                .setParameter("id", trial.value())
                .getResultStream()
                .map(TrialRows::record)
                .findFirst();
    }

    @Override
    public Trial takeUp(TrialId trial, int lane, Host host, TrialProgress progress) {
        return TrialRows.record(session.createNativeQuery(TAKE_UP, TrialEntity.class)
                .setParameter("id", trial.value())
                .setParameter("lane", lane)
                .setParameter("epoch", progress.epoch())
                .setParameter("best", progress.bestEpoch(), Integer.class)
                .setParameter("score", progress.score(), Double.class)
                .setParameter("worker", host.worker())
                .setParameter("host", host.name())
                .getSingleResult());
    }

    @Override
    public int lostFrom(TrialId trial, int epoch) {
        return session.createQuery("""
                        select count(*) from Attempt
                        where trial = :id and fromEpoch = :epoch and outcome = 'lost'""", Long.class)
                .setParameter("id", trial.value())
                .setParameter("epoch", epoch)
                .getSingleResult()
                .intValue();
    }

    @Override
    public void progress(Attempt attempt, TrialProgress progress) {
        int changed = session.createNativeMutationQuery("""
                        update trial set epoch = :epoch, epochs = :epochs, best_epoch = :best, score = :score,
                            rows_per_second = :rate, seconds_left = :left
                        where id = :id and attempt = :attempt and state = 'RUNNING'""")
                .setParameter("epoch", progress.epoch())
                .setParameter("epochs", progress.epochs())
                .setParameter("best", progress.bestEpoch(), Integer.class)
                .setParameter("score", progress.score(), Double.class)
                .setParameter("rate", progress.rowsPerSecond(), Double.class)
                .setParameter("left", progress.secondsLeft(), Double.class)
                .setParameter("id", attempt.trial().value())
                .setParameter("attempt", attempt.number())
                .executeUpdate();
        StaleAttempt.unless(changed, attempt);
    }

    @Override
    public void provenance(TrialId trial, Map<String, Object> provenance) {
        session.createNativeMutationQuery(
                        "update trial set provenance = cast(:json as jsonb) where id = :id and provenance is null")
                .setParameter("json", StoredJson.write(provenance))
                .setParameter("id", trial.value())
                .executeUpdate();
    }

    @Override
    public void finish(Attempt attempt, TrialState state, @Nullable String message) {
        int changed = ending(END_ATTEMPT, attempt.trial(), state, message)
                .setParameter("number", attempt.number())
                .setParameter("outcome", state.name().toLowerCase(Locale.ROOT))
                .executeUpdate();
        StaleAttempt.unless(changed, attempt);
    }

    @Override
    public void finish(TrialId trial, TrialState state, @Nullable String message) {
        ending(END, trial, state, message).executeUpdate();
    }

    private MutationQuery ending(String sql, TrialId trial, TrialState state, @Nullable String message) {
        return session.createNativeMutationQuery(sql)
                .setParameter("state", state.name())
                .setParameter("message", message, String.class)
                .setParameter("ended", state.ended())
                .setParameter("id", trial.value());
    }

    @Override
    public List<AttemptView> attempts(TrialId trial) {
        return session.createQuery("from Attempt where trial = :id order by number", AttemptEntity.class)
                .setParameter("id", trial.value())
                .getResultStream()
                .map(TrialRows::record)
                .toList();
    }

    @Override
    public List<ExperimentAttempt> attempts(ExperimentId experiment, int most) {
        return session.createQuery("""
                        select a, t.number, t.label from Attempt a join Trial t on t.id = a.trial
                        where t.experiment = :experiment order by a.startedAt desc""", Object[].class)
                .setParameter("experiment", experiment.value())
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new ExperimentAttempt(
                        new TrialId(((AttemptEntity) row[0]).trial),
                        ((Number) row[1]).intValue(),
                        (String) row[2],
                        TrialRows.record((AttemptEntity) row[0])))
                .toList();
    }
}
