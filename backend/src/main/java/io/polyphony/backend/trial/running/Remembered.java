package io.polyphony.backend.trial.running;

import io.polyphony.backend.common.TrialId;
import io.polyphony.backend.trial.TrialCount;
import io.polyphony.hpo.trial.Trial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ended trials of one experiment. All below a number have settled, so that a question for news names that number and the few ended
 * ones beyond it, however long the search.
 */
final class Remembered {
    private final List<Trial> settled = new ArrayList<>();
    private final TreeMap<Integer, Ended> beyond = new TreeMap<>();
    private int from;
    private TrialCount count = TrialCount.NONE;

    /** @param told null for what the search does not rank, such as referees */
    private record Ended(TrialId id, @Nullable Trial told) {}

    /** The number below which everything is known. */
    int from() {
        return from;
    }

    /** What has ended beyond that. */
    Collection<TrialId> beyond() {
        return beyond.values().stream().map(Ended::id).toList();
    }

    /** How many have ended. */
    TrialCount count() {
        return count;
    }

    /** @param told null for what the search does not rank */
    void end(io.polyphony.backend.trial.Trial trial, @Nullable Trial told) {
        beyond.put(trial.number(), new Ended(trial.id(), told));
        count = count.and(trial);
    }

    /** @param open the lowest number of those that have not ended */
    void settle(int open) {
        while (!beyond.isEmpty() && beyond.firstKey() < open) {
            var first = beyond.pollFirstEntry();
            from = first.getKey() + 1;
            var told = first.getValue().told();
            if (told != null) {
                settled.add(told);
            }
        }
    }

    /** All that have ended and these, in order of their numbers. */
    List<Trial> with(List<Trial> open) {
        var all = new ArrayList<>(settled);
        Stream.concat(
                        beyond.values().stream()
                                .map(Ended::told)
                                .filter(Objects::nonNull)
                                .map(Objects::requireNonNull),
                        open.stream())
                .sorted(Comparator.comparingInt(Trial::number))
                .forEach(all::add);
        return all;
    }
}
