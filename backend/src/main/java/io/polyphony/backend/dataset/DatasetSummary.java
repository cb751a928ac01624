package io.polyphony.backend.dataset;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.ProjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as lists show it.
 *
 * @param state the newest version's state
 * @param progress the newest version's progress, 0..1
 * @param latest the newest version, whatever its state
 * @param usable the newest READY version, which experiments use; null while there is none
 */
public record DatasetSummary(
        DatasetId id,
        ProjectId project,
        String name,
        DatasetState state,
        double progress,
        VersionSummary latest,
        @Nullable VersionSummary usable,
        Instant createdAt) {}
