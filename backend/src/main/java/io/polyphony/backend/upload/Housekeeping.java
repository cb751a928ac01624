package io.polyphony.backend.upload;

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

/** At start and once an hour: removes what killed or refused uploads left on disk and in the database. */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("blob-housekeeping").daemon().factory());
    private final BlobRows rows;
    private final BlobCache cache;

    /** An import refers to its contents at its end only, so that contents must be left alone for as long as an import may take. */
    @ConfigProperty(name = "polyphony.blob.keep-unreferenced", defaultValue = "PT6H")
    Duration keepUnreferenced;

    Housekeeping(BlobRows rows, BlobCache cache) {
        this.rows = rows;
        this.cache = cache;
    }

    void start(@Observes StartupEvent event) {
        var unused = clock.scheduleWithFixedDelay(this::tidy, 5, 3_600, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    private void tidy() {
        try {
            cache.tidy();
            var swept = rows.sweep(keepUnreferenced);
            LOG.debugf("%d contents without a reference were removed", swept);
        } catch (RuntimeException e) {
            LOG.warn("Housekeeping failed; it is tried again in an hour.", e);
        }
    }
}
