package io.polyphony.backend.trial;

import io.polyphony.backend.common.ExperimentId;
import io.polyphony.backend.common.TrialId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trial as people and scripts see it.
 *
 * @param number 1-based within its experiment, in order of creation
 * @param label what it is in a few words: its number and recipe, or which referee it is
 * @param assignment the chosen values by parameter
 * @param fusion null where there is one input only
 * @param lossWeighting null where there is one task only
 * @param tasks names of the tasks it learns; fewer than its experiment's for a referee
 * @param inputs names of the inputs it sees; fewer than its experiment's for a referee
 * @param attempt how often it was taken up; more than 1 after a restart or a pause
 * @param epoch whole epochs done, of all folds together
 * @param epochs the most there will be; 0 before it started
 * @param bestEpoch the epoch whose weights are kept; 0: before the first, where a forecast begins well; null while that is
 *     not known
 * @param score mean over its tasks of the normalised primary validation metric at the best epoch: 0 is a constant
 *     predictor, 1 perfect
 * @param rowsPerSecond training rows per second; null while it does not run
 * @param secondsLeft estimate; null while it does not run
 * @param message why it ended so, with a likely cure; null where there is nothing to say
 * @param provenance everything needed to run it again: data hash, seeds, code version, host
 */
public record TrialView(
        TrialId id,
        ExperimentId experiment,
        int number,
        TrialOrigin origin,
        TrialState state,
        String label,
        Map<String, Object> assignment,
        @Nullable String fusion,
        @Nullable String lossWeighting,
        List<String> tasks,
        List<String> inputs,
        int attempt,
        int epoch,
        int epochs,
        @Nullable Integer bestEpoch,
        @Nullable Double score,
        @Nullable Double rowsPerSecond,
        @Nullable Double secondsLeft,
        @Nullable String message,
        Map<String, Object> provenance,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {}
