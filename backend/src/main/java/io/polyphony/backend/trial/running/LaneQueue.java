package io.polyphony.backend.trial.running;

import static java.util.stream.Collectors.toMap;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.polyphony.backend.common.ExperimentId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * The lanes that wait for a slot, the oldest first. Of every experiment equally many wait, however long it runs: whoever had
 * more of them would get more than its turn. Lanes are rows of db-scheduler: one worker at a time has one, and a dead
 * worker's lanes come back, first in the queue.
 */
@ApplicationScoped
class LaneQueue {
    static final TaskDescriptor<Void> LANE = TaskDescriptor.of("trial-lane");
    private static final int MOST_LANES = 256;

    private final SchedulerClient client;
    private final DatabaseTime clock;

    LaneQueue(DataSource database, DatabaseTime clock) {
        this.client = SchedulerClient.Builder.create(database).build();
        this.clock = clock;
    }

    /** Opens lanes until so many of the experiment wait. */
    void fill(ExperimentId experiment, int wanted) {
        var lanes = lanes(experiment);
        IntStream.rangeClosed(1, MOST_LANES)
                .filter(number -> !lanes.containsKey(number))
                .limit(Math.max(0, wanted - waiting(lanes)))
                .forEach(number -> client.scheduleIfNotExists(
                        LANE.instance(new Lane(experiment, number).key()).build(), clock.now()));
    }

    /** How many lanes of the experiment have no slot. */
    int waiting(ExperimentId experiment) {
        return waiting(lanes(experiment));
    }

    private static int waiting(Map<Integer, Boolean> lanes) {
        return (int) lanes.values().stream().filter(running -> !running).count();
    }

    /** Whether it has a slot, by the number of a lane. */
    private Map<Integer, Boolean> lanes(ExperimentId experiment) {
        return client.getScheduledExecutionsForTask(LANE.getTaskName(), Void.class).stream()
                .filter(row -> Lane.of(row.getTaskInstance()).experiment().equals(experiment))
                .collect(toMap(row -> Lane.of(row.getTaskInstance()).number(), ScheduledExecution::isPicked));
    }
}
