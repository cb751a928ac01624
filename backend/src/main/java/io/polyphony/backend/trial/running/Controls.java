package io.polyphony.backend.trial.running;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.experiment.ExperimentState;
import io.polyphony.backend.experiment.ExperimentStore;
import io.polyphony.backend.trial.Attempt;
import io.polyphony.backend.trial.Liveness;
import io.polyphony.backend.trial.Standing;
import io.polyphony.engine.training.Verdict;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Once a second this process says which attempts it runs, learns whether they are still its own and what people want of them,
 * and lets the clocks of their experiments run. Training threads only read the answer.
 */
@ApplicationScoped
class Controls {
    private static final Logger LOG = Logger.getLogger(Controls.class);
    private static final long PERIOD_MILLIS = 500;

    private final Liveness liveness;
    private final ExperimentStore experiments;
    private final Map<Attempt, Wish> running = new ConcurrentHashMap<>();
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("trial-pulse").daemon().factory());
    private volatile boolean closing;

    /** What is wanted of a running attempt. */
    static final class Wish {
        private volatile Verdict verdict = Verdict.CONTINUE;
        private volatile boolean stale;

        Verdict verdict() {
            return verdict;
        }

        /** Whether the attempt is no longer the trial's, so that nothing may be written any more. */
        boolean stale() {
            return stale;
        }
    }

    Controls(Liveness liveness, ExperimentStore experiments) {
        this.liveness = liveness;
        this.experiments = experiments;
    }

    void start() {
        var unused = pulse.scheduleWithFixedDelay(this::beat, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Asks every running attempt to save itself and stop: this process ends. */
    void close() {
        closing = true;
        running.values().forEach(wish -> wish.verdict = Verdict.PAUSE);
    }

    void stop() {
        pulse.shutdownNow();
    }

    boolean closing() {
        return closing;
    }

    Wish begin(Attempt attempt) {
        var wish = new Wish();
        if (closing) {
            wish.verdict = Verdict.PAUSE;
        }
        running.put(attempt, wish);
        return wish;
    }

    void end(Attempt attempt) {
        running.remove(attempt);
    }

    private void beat() {
        if (running.isEmpty()) {
            return;
        }
        try {
            var attempts = List.copyOf(running.keySet());
            var standings = QuarkusTransaction.requiringNew().call(() -> tick(attempts));
            standings.forEach(this::heed);
        } catch (RuntimeException | Error e) {
            // The database may be away for a while; whoever took over will tell by its greater attempt number.
            LOG.warnf("No sign of life could be given: %s", e.toString());
        }
    }

    private List<Standing> tick(List<Attempt> attempts) {
        var standings = liveness.alive(attempts);
        var alive = standings.stream()
                .filter(standing -> standing.current() && standing.state() == ExperimentState.RUNNING)
                .map(Standing::experiment)
                .collect(Collectors.<ExperimentId>toSet());
        if (!alive.isEmpty()) {
            experiments.tick(alive);
        }
        return standings;
    }

    private void heed(Standing standing) {
        var wish = running.get(standing.attempt());
        if (wish == null || closing) {
            return;
        }
        if (!standing.current()) {
            wish.stale = true;
            wish.verdict = Verdict.CANCEL;
            return;
        }
        wish.verdict = switch (standing.state()) {
            case WAITING, RUNNING -> Verdict.CONTINUE;
            case PAUSED -> Verdict.PAUSE;
            case CANCELLED, FAILED, COMPLETED -> Verdict.CANCEL;
        };
    }
}
