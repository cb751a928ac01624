package io.polyphony.backend.comparison;

import io.polyphony.backend.trial.ExperimentAttempt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Attempts side by side: each worker has as many lanes as it ran trials at one time. */
final class Timeline {
    private Timeline() {}

    /** In the order in which they began. */
    static List<TrialRun> of(List<ExperimentAttempt> attempts) {
        var free = new HashMap<String, List<Instant>>();
        return attempts.stream()
                .sorted(Comparator.comparing(
                        (ExperimentAttempt run) -> run.attempt().startedAt()))
                .map(run -> run(run, lane(run, free)))
                .toList();
    }

    /** The first lane of its worker that is free when it begins. */
    private static int lane(ExperimentAttempt run, Map<String, List<Instant>> free) {
        var lanes = free.computeIfAbsent(run.attempt().worker(), _ -> new ArrayList<>());
        var end = run.attempt().endedAt() == null ? Instant.MAX : run.attempt().endedAt();
        for (int lane = 0; lane < lanes.size(); lane++) {
            if (!lanes.get(lane).isAfter(run.attempt().startedAt())) {
                lanes.set(lane, end);
                return lane;
            }
        }
        lanes.add(end);
        return lanes.size() - 1;
    }

    private static TrialRun run(ExperimentAttempt run, int lane) {
        var attempt = run.attempt();
        return new TrialRun(
                run.trial(),
                run.number(),
                run.label(),
                attempt.number(),
                attempt.worker(),
                lane,
                attempt.startedAt(),
                attempt.endedAt(),
                attempt.outcome());
    }
}
