package io.polyphony.backend.comparison;

import io.polyphony.backend.common.TrialId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a trial on the timeline of an experiment.
 *
 * @param number the trial's
 * @param label the trial's
 * @param worker the process that ran it
 * @param lane 0-based place within that process: runs of one lane do not overlap
 * @param endedAt null while it runs
 * @param outcome the trial's state at the end of the attempt in lower case, {@code lost} where its process died; null while it runs
 */
public record TrialRun(
        TrialId trial,
        int number,
        String label,
        int attempt,
        String worker,
        int lane,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome) {}
