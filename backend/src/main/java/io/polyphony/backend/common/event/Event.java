package io.polyphony.backend.common.event;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.common.TrialId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and is committed.
 *
 * @param seq its number; later commits have greater numbers, so a reader that saw {@code n} never has to look below it
 * @param type dotted, such as {@code trial.epoch} or {@code dataset.ready}
 * @param project where it happened: only members may see it
 * @param experiment the experiment concerned, if any
 * @param trial the trial concerned, if any
 * @param payload the facts as JSON values
 * @param at the database's time when it was written
 */
public record Event(
        long seq,
        String type,
        ProjectId project,
        @Nullable ExperimentId experiment,
        @Nullable TrialId trial,
        Map<String, Object> payload,
        Instant at) {}
