package io.polyphony.backend.comparison;

import io.polyphony.backend.common.TrialId;
import io.polyphony.hpo.analysis.Benefit;
import org.jspecify.annotations.Nullable;

/**
 * Whether sharing or fusing helps one task: one of the first trials, which has all tasks and inputs, against a referee of the same recipe that has
 * fewer, on the same validation rows.
 *
 * @param task the task's name
 * @param referee what the referee is, such as {@code only text}
 * @param metric the task's
 * @param with the trial of all tasks and inputs; null while it has not completed
 * @param without the referee's trial
 * @param benefit in the metric's unit, above 0 where the trial is better; its interval is a paired bootstrap's over the rows (95 %), so that it knows
 *     nothing of the luck of a second training. Null where it cannot be told
 * @param verdict null where it cannot be told
 * @param missing why it cannot be told, if so
 */
public record Verdict(
        Question question,
        String task,
        String referee,
        String metric,
        @Nullable TrialId with,
        TrialId without,
        @Nullable Benefit benefit,
        Benefit.@Nullable Verdict verdict,
        @Nullable String missing) {

    /** What is asked. */
    public enum Question {
        /** Does it help a task that others are learned beside it? */
        SHARING,
        /** Does it help a task that several inputs are seen? */
        FUSING
    }
}
