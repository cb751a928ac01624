package io.polyphony.backend.dataset.importing;

import io.polyphony.backend.dataset.ImportStore.Progress;
import java.time.Duration;

/** How far an import is: written by the importing thread, read by the one that tells the world. */
final class ImportProgress {
    /** The database says that another process imports now, or that the dataset is gone. */
    static final class ClaimLost extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private volatile Progress latest = new Progress(0, "starting", 0);
    private volatile boolean lost;
    private volatile long stageStart = System.nanoTime();

    /**
     * @param share 0..1 of the whole import
     * @param done rows or files of this stage, for the rate
     * @throws ClaimLost when there is no point in going on
     */
    void at(double share, String stage, long done) {
        if (lost) {
            throw new ClaimLost();
        }
        if (!stage.equals(latest.stage())) {
            stageStart = System.nanoTime();
        }
        var seconds = Math.max(
                1e-3,
                (System.nanoTime() - stageStart)
                        / (double) Duration.ofSeconds(1).toNanos());
        latest = new Progress(Math.clamp(share, 0, 1), stage, done / seconds);
    }

    Progress latest() {
        return latest;
    }

    void lose() {
        lost = true;
    }
}
