package io.polyphony.backend.experiment;

import io.polyphony.backend.common.DatasetId;
import io.polyphony.backend.common.DatasetVersionId;
import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.ProjectId;
import io.polyphony.backend.dataset.SplitSpec;
import io.polyphony.engine.data.InputSpec;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as people and scripts see it.
 *
 * @param objectives what the search improves and keeps within limits
 * @param inputs the groups of columns that the networks read: all table columns are one, all texts are one, each image or
 *     audio column is one
 * @param warmStarts those first trials that come from earlier experiments
 * @param cautions what a person should know before a figure is believed
 * @param datasetName the data set's name when this was read
 */
public record ExperimentView(
        ExperimentId id,
        ProjectId project,
        DatasetId dataset,
        DatasetVersionId version,
        String datasetName,
        String name,
        ExperimentState state,
        @Nullable String message,
        List<ExperimentTask> tasks,
        List<ExperimentObjective> objectives,
        List<InputSpec> inputs,
        SplitSpec split,
        SearchChoices search,
        Budget budget,
        List<WarmStart> warmStarts,
        List<String> cautions,
        long seed,
        ExperimentProgress progress,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {}
