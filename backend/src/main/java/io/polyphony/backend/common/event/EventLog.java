package io.polyphony.backend.common.event;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TrialId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbered log of everything that happened. */
public interface EventLog {
    /**
     * Writes an event within the caller's transaction: it exists if and when that transaction commits. The number is given
     * by the database at commit, under a lock that lasts for the commit only, so numbers appear in order of commit.
     *
     * @param payload JSON values (strings, numbers, booleans, lists, maps, null)
     * @throws jakarta.transaction.TransactionalException when the caller has no transaction
     */
    void append(
            String type,
            ProjectId project,
            @Nullable ExperimentId experiment,
            @Nullable TrialId trial,
            Map<String, ?> payload);

    /** The accepted events behind the number {@code seq}, in order, {@code limit} at most. Misses none, repeats none. */
    List<Event> after(long seq, EventFilter filter, int limit);

    /** The number of the newest event, 0 when there is none. */
    long last();

    /** Removes events that are older than {@code age}, never the newest, whose number others go on from. Answers how many. */
    int forget(Duration age);
}
