package io.polyphony.engine.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well one of a vector's numbers is told, in its own units; what is undefined is null.
 *
 * @param place 1 for the first
 * @param rows those where it is known
 * @param relative RMSE by that of saying the mean of these rows
 */
public record ComponentScore(
        int place,
        long rows,
        @Nullable Double mae,
        @Nullable Double rmse,
        @Nullable Double r2,
        @Nullable Double relative) {

    /** Of all numbers, in their order. */
    public static List<ComponentScore> of(TaskPredictions predictions) {
        return Components.scores(predictions);
    }
}
