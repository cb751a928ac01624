package io.polyphony.backend.metrics;

import io.polyphony.backend.common.TrialId;
import java.util.List;

/**
 * One metric of one trial over its epochs.
 *
 * @param task empty for what belongs to the trial as a whole ({@code loss}, {@code learning_rate})
 * @param split {@code train} or {@code validation}
 * @param name a metric, {@code loss} or {@code weight} (the factor on the task's loss)
 * @param points in order of their steps; thinned out where there are more than were asked for
 */
public record Curve(TrialId trial, String task, String split, String name, List<Point> points) {
    public Curve {
        points = List.copyOf(points);
    }

    /**
     * One point of a curve.
     *
     * @param step the epoch, 1-based
     */
    public record Point(int step, double value) {}
}
