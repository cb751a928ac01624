package io.polyphony.frontend.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks into the tables themselves: what is promised must hold there, whatever the API says. */
record Rows(DataSource database) {
    /** A trial that was being trained: its newest checkpoint (0 for none) and its attempt. */
    record Running(UUID trial, int checkpoint, int attempt) {}

    List<Running> running(UUID experiment) {
        return query(
                """
                select t.id, coalesce((select max(epoch) from checkpoint c where c.trial_id = t.id), 0), t.attempt
                from trial t where t.experiment_id = ? and t.state = 'RUNNING'""",
                experiment,
                row -> new Running((UUID) row[0], ((Number) row[1]).intValue(), ((Number) row[2]).intValue()));
    }

    /**
     * Curves with a step that is missing, their steps are not 1, 2, 3 ... to the trial's last epoch, or that is there twice.
     * Gradients are measured now and then only.
     */
    List<String> brokenCurves(UUID experiment) {
        return query("""
                select t.number || ' ' || p.task || ' ' || p.name || ': ' || count(*) || ' points, epoch ' || t.epoch
                from trial t join metric_point p on p.trial_id = t.id
                where t.experiment_id = ? and t.state = 'COMPLETED'
                group by t.number, t.epoch, p.task, p.split, p.name
                having count(distinct p.step) <> count(*) or max(p.step) > t.epoch
                    or (p.name not like 'gradient%' and (count(*) <> t.epoch or max(p.step) <> t.epoch))""", experiment, row -> (String) row[0]);
    }

    /** Points that an attempt wrote behind the place where a later one took over. */
    List<String> stalePoints(UUID experiment) {
        return query("""
                select distinct t.number || ': step ' || p.step || ' of attempt ' || p.attempt
                from trial t join metric_point p on p.trial_id = t.id
                join attempt later on later.trial_id = t.id and later.number > p.attempt
                where t.experiment_id = ? and p.step > later.from_epoch""", experiment, row -> (String) row[0]);
    }

    /** How many trials have ended. */
    int ended(UUID experiment) {
        return query(
                        "select count(*) from trial where experiment_id = ? and ended_at is not null",
                        experiment,
                        row -> ((Number) row[0]).intValue())
                .getFirst();
    }

    /** Every trial in words: what was proposed, and what it reached. */
    List<String> results(UUID experiment) {
        return query("""
                select t.number || ' ' || t.origin || ' ' || t.state || ' ' || t.assignment || ' ' || coalesce(t.score::text, '?')
                    || ' ' || (select string_agg(m.task || '.' || m.name || ' ' || m.at_best, ', ' order by m.task, m.name)
                        from trial_task_metric m where m.trial_id = t.id and m.task <> '' and m.split = 'validation')
                from trial t where t.experiment_id = ? order by t.number""", experiment, row -> (String) row[0]);
    }

    /** Two trials of the same assignment. */
    List<String> duplicates(UUID experiment) {
        return query("""
                select string_agg(number::text, ', ') from trial where experiment_id = ? and origin <> 'REFEREE'
                group by assignment having count(*) > 1""", experiment, row -> (String) row[0]);
    }

    /** Seconds from the kill to the moment when the trial was taken up again, by the database's clock. */
    double secondsUntil(Running lost, Instant kill) {
        return query(
                                "select extract(epoch from started_at), from_epoch from attempt where trial_id = ? and number = %d"
                                        .formatted(lost.attempt() + 1),
                                lost.trial(),
                                row -> ((Number) row[0]).doubleValue())
                        .getFirst()
                - kill.toEpochMilli() / 1000.0;
    }

    /** Where the attempt after the lost one began. */
    int takenUpFrom(Running lost) {
        return query(
                        "select from_epoch, 0 from attempt where trial_id = ? and number = %d"
                                .formatted(lost.attempt() + 1),
                        lost.trial(),
                        row -> ((Number) row[0]).intValue())
                .getFirst();
    }

    private interface Reader<T> {
        T read(Object[] row);
    }

    private <T> List<T> query(String sql, UUID id, Reader<T> reader) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            var found = new ArrayList<T>();
            try (var rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    var row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = rows.getObject(i + 1);
                    }
                    found.add(reader.read(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
