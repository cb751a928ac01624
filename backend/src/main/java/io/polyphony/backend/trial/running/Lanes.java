package io.polyphony.backend.trial.running;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.experiment.ExperimentChanged;
import io.polyphony.backend.trial.Host;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands slots out. A lane is a place in the queue of work: whoever gets it asks its experiment for the next trial, runs that,
 * and goes to the end of the queue, so that experiments take turns. A lane that has work opens the next one, so that an
 * experiment spreads over all free slots of all workers. Lanes are rows of db-scheduler: one worker at a time has one, and
 * a dead worker's lanes come back, first in the queue.
 */
@ApplicationScoped
class Lanes {
    private static final Logger LOG = Logger.getLogger(Lanes.class);
    private static final TaskDescriptor<Void> LANE = TaskDescriptor.of("trial-lane");
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration GOODBYE = Duration.ofSeconds(15);
    private static final int MOST_LANES = 256;

    private final DataSource database;
    private final Claims claims;
    private final Runner runner;
    private final Controls controls;
    private final Clock clock;
    private final SchedulerClient client;
    private final int slots;
    private final String role;
    private @Nullable Scheduler scheduler;

    Lanes(
            DataSource database,
            Claims claims,
            Runner runner,
            Controls controls,
            DatabaseTime clock,
            @ConfigProperty(name = "polyphony.trials.parallel") Optional<Integer> slots,
            @ConfigProperty(name = "polyphony.role", defaultValue = "all") String role) {
        this.database = database;
        this.claims = claims;
        this.runner = runner;
        this.controls = controls;
        this.clock = clock;
        this.client = SchedulerClient.Builder.create(database).build();
        this.slots = slots.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        this.role = role;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        if (role.equals("server") || slots == 0) {
            return;
        }
        controls.start();
        scheduler = Scheduler.create(
                        database,
                        Tasks.custom(LANE)
                                .onFailure((complete, lane) ->
                                        lane.reschedule(complete, clock.now().plus(AFTER_FAILURE)))
                                .onDeadExecution((complete, lane) -> lane.reschedule(complete, Instant.EPOCH))
                                .execute((lane, context) -> execute(lane)))
                .threads(slots)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(GOODBYE)
                .schedulerName(new SchedulerName.Fixed(Host.current().worker()))
                .clock(clock)
                .build();
        scheduler.start();
        LOG.infof("This process trains up to %d trials at a time.", slots);
    }

    /** Running trials save themselves and stop; whoever comes next goes on with them. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event) {
        controls.close();
        if (scheduler != null) {
            scheduler.stop();
        }
        controls.stop();
    }

    /** Within the transaction of the change, so that lanes are opened if and only if it is committed. */
    void changed(@Observes ExperimentChanged change) {
        if (change.state().alive()) {
            for (int lane = 1; lane <= Math.max(1, slots); lane++) {
                open(change.id(), lane);
            }
        }
    }

    private void open(ExperimentId experiment, int lane) {
        client.scheduleIfNotExists(LANE.instance(experiment + "/" + lane).build(), clock.now());
    }

    private CompletionHandler<Void> execute(TaskInstance<Void> instance) {
        var parts = instance.getId().split("/");
        var experiment = ExperimentId.fromString(parts[0]);
        int lane = Integer.parseInt(parts[1]);
        if (controls.closing()) {
            return again(Duration.ZERO);
        }
        return switch (claims.next(experiment, lane)) {
            case Claim.Nothing _ -> (complete, operations) -> operations.remove();
            case Claim.Wait wait -> again(wait.time());
            case Claim.Work work -> {
                if (lane < MOST_LANES) {
                    open(experiment, lane + 1);
                }
                runner.run(work);
                yield again(Duration.ZERO);
            }
        };
    }

    private CompletionHandler<Void> again(Duration time) {
        return (ExecutionComplete complete, ExecutionOperations<Void> operations) ->
                operations.reschedule(complete, clock.now().plus(time));
    }
}
