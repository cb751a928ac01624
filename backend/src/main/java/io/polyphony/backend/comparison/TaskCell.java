package io.polyphony.backend.comparison;

import io.polyphony.backend.metrics.TaskMetric;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One trial on one task.
 *
 * @param metric the task's metric that the search improves
 * @param best its best validation value of any epoch; null before the first epoch
 * @param last its newest validation value
 * @param atBestEpoch its validation value at the trial's best epoch
 * @param trainLoss at the best epoch
 * @param validationLoss at the best epoch
 * @param lossWeight the factor on the task's loss at the best epoch
 * @param metrics all validation metrics by name
 */
public record TaskCell(
        String metric,
        @Nullable Double best,
        @Nullable Double last,
        @Nullable Double atBestEpoch,
        @Nullable Double trainLoss,
        @Nullable Double validationLoss,
        @Nullable Double lossWeight,
        Map<String, TaskMetric> metrics) {}
