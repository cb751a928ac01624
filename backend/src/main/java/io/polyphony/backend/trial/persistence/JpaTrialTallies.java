package io.polyphony.backend.trial.persistence;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.experiment.TrialTallies;
import io.polyphony.backend.experiment.TrialTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StatelessSession;

/** Counts trials by their state. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class JpaTrialTallies implements TrialTallies {
    private final StatelessSession session;

    JpaTrialTallies(StatelessSession session) {
        this.session = session;
    }

    @Override
    public Map<ExperimentId, TrialTally> of(Collection<ExperimentId> experiments) {
        var tallies = new HashMap<ExperimentId, TrialTally>();
        session.createQuery("""
                        select experiment as experiment,
                            sum(case when origin not in ('REFEREE', 'IMPORTED') then 1 else 0 end) as created,
                            sum(case when state = 'RUNNING' then 1 else 0 end) as running,
                            sum(case when origin not in ('REFEREE', 'IMPORTED') and state = 'COMPLETED' then 1 else 0 end) as completed,
                            sum(case when origin not in ('REFEREE', 'IMPORTED') and state = 'PRUNED' then 1 else 0 end) as pruned,
                            sum(case when origin not in ('REFEREE', 'IMPORTED') and state in ('FAILED', 'DIVERGED', 'CANCELLED') then 1 else 0 end)
                                as failed,
                            sum(case when origin = 'REFEREE' and endedAt is not null then 1 else 0 end) as referees,
                            max(endedAt) as lastEnd
                        from Trial where experiment in :ids group by experiment""", Tuple.class)
                .setParameter(
                        "ids", experiments.stream().map(ExperimentId::value).toList())
                .getResultList()
                .forEach(row -> tallies.put(new ExperimentId(row.get("experiment", UUID.class)), tally(row)));
        return tallies;
    }

    private static TrialTally tally(Tuple row) {
        return new TrialTally(
                count(row, "created"),
                count(row, "running"),
                count(row, "completed"),
                count(row, "pruned"),
                count(row, "failed"),
                count(row, "referees"),
                row.get("lastEnd", Instant.class));
    }

    private static int count(Tuple row, String name) {
        return row.get(name, Number.class).intValue();
    }
}
