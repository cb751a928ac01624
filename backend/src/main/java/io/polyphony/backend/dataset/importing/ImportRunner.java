package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.common.FieldProblem;
import io.polyphony.backend.dataset.ImportRefused;
import io.polyphony.backend.dataset.ImportStore;
import io.polyphony.backend.dataset.ImportStore.Claim;
import io.polyphony.backend.dataset.Imports;
import io.polyphony.backend.upload.BlobStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Imports one upload at a time. What to do is in the database, so that any process can go on where a killed one stopped: a
 * version whose importer has been silent is imported again from its first byte; what the first attempt stored is found there.
 */
@ApplicationScoped
class ImportRunner implements Imports {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration BEAT = Duration.ofMillis(400);
    /** A file that kills its importer twice would do so for ever. */
    private static final int MOST_ATTEMPTS = 2;

    private final ImportStore store;
    private final BlobStore blobs;
    private final Semaphore work = new Semaphore(0);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("import-progress").daemon().factory());
    private final Thread importer = Thread.ofPlatform().name("import").daemon().unstarted(this::loop);

    /** How long an importer may be silent before another one takes over. */
    @ConfigProperty(name = "polyphony.import.silence", defaultValue = "PT10S")
    Duration silence;

    ImportRunner(ImportStore store, BlobStore blobs) {
        this.store = store;
        this.blobs = blobs;
    }

    void start(@Observes StartupEvent event) {
        importer.start();
    }

    void stop(@Observes ShutdownEvent event) {
        importer.interrupt();
        clock.shutdownNow();
    }

    @Override
    public void wake() {
        work.release();
    }

    private void loop() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                next().ifPresent(this::run);
                if (work.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Claim> next() {
        try {
            return store.claim(silence);
        } catch (RuntimeException e) {
            LOG.warnf("The database did not say whether there is something to import: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private void run(Claim claim) {
        work.release();
        if (claim.attempt() > MOST_ATTEMPTS) {
            refuse(
                    claim,
                    "The import broke off %d times, so it is not tried again.\nMaybe the file is too large for this machine's memory."
                            .formatted(MOST_ATTEMPTS));
            return;
        }
        var progress = new ImportProgress();
        var beats =
                clock.scheduleWithFixedDelay(() -> beat(claim, progress), 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
        try {
            var outcome = new ImportJob(claim, blobs, progress).run();
            if (store.finish(claim, outcome)) {
                LOG.infof(
                        "Imported %s: %d rows, %d columns, %d media files",
                        claim.fileName(),
                        outcome.rows(),
                        outcome.columns().size(),
                        outcome.media().size());
            }
        } catch (ImportRefused refused) {
            store.fail(claim, refused.problems());
        } catch (ImportProgress.ClaimLost lost) {
            LOG.infof("The import of %s was taken over or its dataset deleted", claim.fileName());
        } catch (OutOfMemoryError e) {
            refuse(
                    claim,
                    "The file does not fit into the memory.\nMaybe start the platform with more memory (-Xmx), or upload fewer columns.");
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "The import of %s failed in attempt %d", claim.fileName(), claim.attempt());
            retryOrRefuse(claim, e);
        } finally {
            beats.cancel(false);
        }
    }

    private void beat(Claim claim, ImportProgress progress) {
        try {
            if (!store.beat(claim, progress.latest())) {
                progress.lose();
            }
        } catch (RuntimeException e) {
            LOG.warnf("The progress of an import could not be written: %s", e.getMessage());
        }
    }

    private void retryOrRefuse(Claim claim, Exception fault) {
        try {
            if (claim.attempt() < MOST_ATTEMPTS) {
                store.release(claim);
            } else {
                refuse(claim, "The import failed: %s".formatted(fault.getMessage()));
            }
        } catch (RuntimeException databaseGone) {
            LOG.warnf("The end of an import could not be written; silence will tell: %s", databaseGone.getMessage());
        }
    }

    private void refuse(Claim claim, String detail) {
        store.fail(claim, List.of(FieldProblem.in(claim.fileName(), null, null, detail)));
    }
}
