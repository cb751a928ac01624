package io.polyphony.backend.common.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Soon after the start and then hourly: forgets old events, of which every epoch of every trial writes one. Metrics, trials and
 * the audit log stay for ever; events only tell open pages and streams what has just happened.
 */
@ApplicationScoped
class EventRetention {
    private static final Logger LOG = Logger.getLogger(EventRetention.class);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("event-retention").daemon().factory());
    private final EventLog log;
    private final Duration keep;

    EventRetention(EventLog log, @ConfigProperty(name = "polyphony.events.keep", defaultValue = "P30D") Duration keep) {
        this.log = log;
        this.keep = keep;
    }

    void start(@Observes StartupEvent event) {
        var unused = clock.scheduleWithFixedDelay(this::forget, 60, 3_600, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    private void forget() {
        try {
            LOG.debugf("%d events older than %s were removed", log.forget(keep), keep);
        } catch (RuntimeException e) {
            LOG.warn("Old events could not be removed; it is tried again in an hour.", e);
        }
    }
}
