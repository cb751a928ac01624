package io.polyphony.backend.trial.running;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
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
 * and goes to the end of the queue, so that experiments take turns. A lane that has work opens another, so that an experiment
 * spreads over all free slots of all workers.
 */
@ApplicationScoped
class Lanes {
    private static final Logger LOG = Logger.getLogger(Lanes.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration GOODBYE = Duration.ofSeconds(15);

    private static final CompletionHandler<Void> CLOSED = (complete, operations) -> operations.remove();

    private final DataSource database;
    private final Claims claims;
    private final Runner runner;
    private final Controls controls;
    private final Clock clock;
    private final LaneQueue queue;
    private final int slots;
    private final String role;
    private @Nullable Scheduler scheduler;

    Lanes(
            DataSource database,
            Claims claims,
            Runner runner,
            Controls controls,
            DatabaseTime clock,
            LaneQueue queue,
            @ConfigProperty(name = "polyphony.trials.parallel") Optional<Integer> slots,
            @ConfigProperty(name = "polyphony.role", defaultValue = "all") String role) {
        this.database = database;
        this.claims = claims;
        this.runner = runner;
        this.controls = controls;
        this.clock = clock;
        this.queue = queue;
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
                        Tasks.custom(LaneQueue.LANE)
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
            queue.fill(change.id(), Math.max(1, slots));
        }
    }

    private CompletionHandler<Void> execute(TaskInstance<Void> instance) {
        var lane = Lane.of(instance);
        if (controls.closing()) {
            return again(Duration.ZERO);
        }
        return switch (claims.next(lane.experiment(), lane.number())) {
            case Claim.Nothing _ -> CLOSED;
            case Claim.Wait wait -> again(wait.time());
            case Claim.Work work -> {
                queue.fill(lane.experiment(), slots);
                runner.run(work);
                yield queue.waiting(lane.experiment()) < slots ? again(Duration.ZERO) : CLOSED;
            }
        };
    }

    private CompletionHandler<Void> again(Duration time) {
        return (ExecutionComplete complete, ExecutionOperations<Void> operations) ->
                operations.reschedule(complete, clock.now().plus(time));
    }
}
