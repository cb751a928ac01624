package io.polyphony.benchmarks.accuracy;

import io.polyphony.engine.evaluation.TaskPredictions;
import java.util.Map;
import java.util.Objects;

/**
 * What one contest's winner says, by task.
 *
 * @param validation of rows that the network which says it was not trained on
 * @param test of the rows that nothing was fitted or chosen on
 * @param seconds processor time that all of it took
 */
record Answers(Map<String, TaskPredictions> validation, Map<String, TaskPredictions> test, double seconds) {
    TaskPredictions validation(String task) {
        return Objects.requireNonNull(validation.get(task), task);
    }

    TaskPredictions test(String task) {
        return Objects.requireNonNull(test.get(task), task);
    }
}
